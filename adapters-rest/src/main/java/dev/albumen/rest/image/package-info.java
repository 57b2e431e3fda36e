/** Images over HTTP: finding, changing, trashing. */
@NullMarked
package dev.albumen.rest.image;

import org.jspecify.annotations.NullMarked;
