/** Labels from pixels and metadata alone, without asking anybody. */
@NullMarked
package dev.albumen.imaging.label;

import org.jspecify.annotations.NullMarked;
