/** Boards over HTTP. */
@NullMarked
package dev.albumen.rest.board;

import org.jspecify.annotations.NullMarked;
