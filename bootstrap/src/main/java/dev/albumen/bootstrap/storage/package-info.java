/** The command about where pictures are kept. */
@NullMarked
package dev.albumen.bootstrap.storage;

import org.jspecify.annotations.NullMarked;
