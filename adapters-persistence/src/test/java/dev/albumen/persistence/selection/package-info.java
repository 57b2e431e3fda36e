@NullMarked
package dev.albumen.persistence.selection;

import org.jspecify.annotations.NullMarked;
