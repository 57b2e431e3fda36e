@NullMarked
package dev.albumen.domain.album;

import org.jspecify.annotations.NullMarked;
