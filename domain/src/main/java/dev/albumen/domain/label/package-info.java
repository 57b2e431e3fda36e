/** Labels: what a labeler saw in a picture, and what became of it. */
@NullMarked
package dev.albumen.domain.label;

import org.jspecify.annotations.NullMarked;
