/** Albums over HTTP. */
@NullMarked
package dev.albumen.rest.album;

import org.jspecify.annotations.NullMarked;
