/** Violations of the architecture, planted for its tests to find. */
@NullMarked
package dev.albumen.planted.persistence.tag;

import org.jspecify.annotations.NullMarked;
