/** Where bytes are kept. */
@NullMarked
package dev.albumen.application.storage;

import org.jspecify.annotations.NullMarked;
