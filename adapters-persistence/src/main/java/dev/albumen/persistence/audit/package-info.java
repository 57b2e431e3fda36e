/** The audit trail in PostgreSQL. */
@NullMarked
package dev.albumen.persistence.audit;

import org.jspecify.annotations.NullMarked;
