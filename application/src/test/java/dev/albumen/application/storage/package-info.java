/** Stand-ins for the storage ports, and the suites that their implementations pass. */
@NullMarked
package dev.albumen.application.storage;

import org.jspecify.annotations.NullMarked;
