/** Exports' documents and imports' books. */
@NullMarked
package dev.albumen.persistence.transfer;

import org.jspecify.annotations.NullMarked;
