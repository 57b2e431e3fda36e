/** The architecture as rules that can fail, each with a violation planted under {@code dev.albumen.planted}. */
@NullMarked
package dev.albumen.bootstrap.architecture;

import org.jspecify.annotations.NullMarked;
