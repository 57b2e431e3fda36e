/** Measures imaging engines side by side. */
@NullMarked
package dev.albumen.bootstrap.bench.imaging;

import org.jspecify.annotations.NullMarked;
