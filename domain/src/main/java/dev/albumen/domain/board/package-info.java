/** Boards: other people's images side by side, for whoever sees them anyway. */
@NullMarked
package dev.albumen.domain.board;

import org.jspecify.annotations.NullMarked;
