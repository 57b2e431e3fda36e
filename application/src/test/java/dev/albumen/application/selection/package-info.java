@NullMarked
package dev.albumen.application.selection;

import org.jspecify.annotations.NullMarked;
