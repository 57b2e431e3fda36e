/** What the measuring of imaging stands on. */
@NullMarked
package dev.albumen.bootstrap.bench.imaging;

import org.jspecify.annotations.NullMarked;
