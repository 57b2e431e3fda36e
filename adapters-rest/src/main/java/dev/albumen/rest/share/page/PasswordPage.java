package dev.albumen.rest.share.page;

import org.jspecify.annotations.Nullable;

/**
 * Asks for a link's password, and tells nothing of what it opens.
 *
 * @param action where the password goes
 * @param trouble what was wrong with the one before; {@code null} where there was none
 * @param open whether it can be tried now
 */
record PasswordPage(Head head, String action, @Nullable String trouble, boolean open) {}
