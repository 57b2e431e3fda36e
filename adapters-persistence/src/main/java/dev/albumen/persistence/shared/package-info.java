/** PostgreSQL under the ports: transactions, statements, limits. */
@NullMarked
package dev.albumen.persistence.shared;

import org.jspecify.annotations.NullMarked;
