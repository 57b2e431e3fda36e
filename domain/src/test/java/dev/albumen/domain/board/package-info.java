@NullMarked
package dev.albumen.domain.board;

import org.jspecify.annotations.NullMarked;
