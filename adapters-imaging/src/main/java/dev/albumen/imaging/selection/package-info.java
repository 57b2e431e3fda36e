/** Contact sheets of what clients choose. */
@NullMarked
package dev.albumen.imaging.selection;

import org.jspecify.annotations.NullMarked;
