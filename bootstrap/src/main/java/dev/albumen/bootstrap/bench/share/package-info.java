/** Measures what links show, beside a server of plain files. */
@NullMarked
package dev.albumen.bootstrap.bench.share;

import org.jspecify.annotations.NullMarked;
