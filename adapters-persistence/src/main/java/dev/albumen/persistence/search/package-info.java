/** Kept searches in PostgreSQL. */
@NullMarked
package dev.albumen.persistence.search;

import org.jspecify.annotations.NullMarked;
