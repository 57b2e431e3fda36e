/** Tests of the rules for labels. */
@NullMarked
package dev.albumen.domain.label;

import org.jspecify.annotations.NullMarked;
