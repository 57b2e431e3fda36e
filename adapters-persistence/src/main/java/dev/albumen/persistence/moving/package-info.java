/** Blobs in two places, and their move from one to the other. */
@NullMarked
package dev.albumen.persistence.moving;

import org.jspecify.annotations.NullMarked;
