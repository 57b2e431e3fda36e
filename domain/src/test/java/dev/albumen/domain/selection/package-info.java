@NullMarked
package dev.albumen.domain.selection;

import org.jspecify.annotations.NullMarked;
