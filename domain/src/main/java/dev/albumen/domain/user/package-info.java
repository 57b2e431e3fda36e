/** Accounts: who has one, how they prove it, and who may manage whom. */
@NullMarked
package dev.albumen.domain.user;

import org.jspecify.annotations.NullMarked;
