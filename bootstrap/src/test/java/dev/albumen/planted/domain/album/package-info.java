/** Violations of the architecture, planted for its tests to find. */
@NullMarked
package dev.albumen.planted.domain.album;

import org.jspecify.annotations.NullMarked;
