/** Labels in PostgreSQL. */
@NullMarked
package dev.albumen.persistence.label;

import org.jspecify.annotations.NullMarked;
