/** Measures how thumbnails are delivered, beside a server of plain files. */
@NullMarked
package dev.albumen.bootstrap.bench.thumbnails;

import org.jspecify.annotations.NullMarked;
