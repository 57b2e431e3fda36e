/** Searches that are kept. */
@NullMarked
package dev.albumen.domain.search;

import org.jspecify.annotations.NullMarked;
