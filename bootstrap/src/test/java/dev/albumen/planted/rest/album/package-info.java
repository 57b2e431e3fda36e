/** Violations of the architecture, planted for its tests to find. */
@NullMarked
package dev.albumen.planted.rest.album;

import org.jspecify.annotations.NullMarked;
