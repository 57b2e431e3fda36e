/** Moves of the storage in memory, and the suites that their stores pass. */
@NullMarked
package dev.albumen.application.moving;

import org.jspecify.annotations.NullMarked;
