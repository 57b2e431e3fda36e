/** Deterministic stand-ins for the shared ports, and the suites that their implementations pass. */
@NullMarked
package dev.albumen.application.shared;

import org.jspecify.annotations.NullMarked;
