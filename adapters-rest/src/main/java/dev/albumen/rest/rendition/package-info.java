/** The bytes of images over HTTP. */
@NullMarked
package dev.albumen.rest.rendition;

import org.jspecify.annotations.NullMarked;
