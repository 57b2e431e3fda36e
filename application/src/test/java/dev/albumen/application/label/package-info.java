/** Tests of labels, with what their ports promise. */
@NullMarked
package dev.albumen.application.label;

import org.jspecify.annotations.NullMarked;
