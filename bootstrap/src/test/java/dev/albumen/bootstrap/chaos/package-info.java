/** Faults of every kind while clients are at work, and what must be true of all that was answered nevertheless. */
@NullMarked
package dev.albumen.bootstrap.chaos;

import org.jspecify.annotations.NullMarked;
