/** The database: one that Albumen runs itself, or one that is there already. */
@NullMarked
package dev.albumen.bootstrap.database;

import org.jspecify.annotations.NullMarked;
