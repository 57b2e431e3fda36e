/** Measures what files and archives of gigabytes take of the service's memory. */
@NullMarked
package dev.albumen.bootstrap.bench.big;

import org.jspecify.annotations.NullMarked;
