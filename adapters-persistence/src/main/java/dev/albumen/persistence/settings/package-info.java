/** What people decide about Albumen for themselves, in PostgreSQL. */
@NullMarked
package dev.albumen.persistence.settings;

import org.jspecify.annotations.NullMarked;
