/** Searches that are kept: use cases and ports. */
@NullMarked
package dev.albumen.application.search;

import org.jspecify.annotations.NullMarked;
