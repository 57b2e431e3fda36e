/** Boards in PostgreSQL. */
@NullMarked
package dev.albumen.persistence.board;

import org.jspecify.annotations.NullMarked;
