/** Kept searches over HTTP. */
@NullMarked
package dev.albumen.rest.search;

import org.jspecify.annotations.NullMarked;
