/** Share links over HTTP: for those who make them and those who hold them. */
@NullMarked
package dev.albumen.rest.share;

import org.jspecify.annotations.NullMarked;
