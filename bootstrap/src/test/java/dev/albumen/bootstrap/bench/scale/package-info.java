/** Tests of what it costs to be many. */
@NullMarked
package dev.albumen.bootstrap.bench.scale;

import org.jspecify.annotations.NullMarked;
