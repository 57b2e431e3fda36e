/** Violations of the architecture, planted for its tests to find. */
@NullMarked
package dev.albumen.planted.application.tag;

import org.jspecify.annotations.NullMarked;
