/** Measures an instance from the outside, over HTTP. */
@NullMarked
package dev.albumen.bootstrap.bench;

import org.jspecify.annotations.NullMarked;
