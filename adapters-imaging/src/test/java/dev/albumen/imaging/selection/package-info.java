@NullMarked
package dev.albumen.imaging.selection;

import org.jspecify.annotations.NullMarked;
