@NullMarked
package dev.albumen.persistence.image;

import org.jspecify.annotations.NullMarked;
