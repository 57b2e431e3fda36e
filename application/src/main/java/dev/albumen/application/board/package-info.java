/** Boards: use cases and ports. */
@NullMarked
package dev.albumen.application.board;

import org.jspecify.annotations.NullMarked;
