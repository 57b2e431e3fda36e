/** Tests of labels from pixels and metadata alone. */
@NullMarked
package dev.albumen.imaging.label;

import org.jspecify.annotations.NullMarked;
