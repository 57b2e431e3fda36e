/** What it costs to be many nodes, and to have many images. */
@NullMarked
package dev.albumen.bootstrap.bench.scale;

import org.jspecify.annotations.NullMarked;
