@NullMarked
package dev.albumen.persistence.album;

import org.jspecify.annotations.NullMarked;
