/** Clients' selections, in PostgreSQL. */
@NullMarked
package dev.albumen.persistence.selection;

import org.jspecify.annotations.NullMarked;
