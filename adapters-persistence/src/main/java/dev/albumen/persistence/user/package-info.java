/** Accounts, sessions and signing keys in PostgreSQL; passwords with Argon2id. */
@NullMarked
package dev.albumen.persistence.user;

import org.jspecify.annotations.NullMarked;
