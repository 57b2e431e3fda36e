package dev.albumen.application.user;

import dev.albumen.application.shared.Tokens;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.User;

/**
 * Gives an account to whoever has proven to have its e-mail address. Nobody proved that before, so whoever made the account
 * may be somebody else: all that they could open it with ends.
 */
public final class AccountTaking {

    private final PasswordReplacing passwords;
    private final Identities identities;
    private final AccountAudit audit;
    private final Tokens tokens;

    public AccountTaking(PasswordReplacing passwords, Identities identities, AccountAudit audit, Tokens tokens) {
        this.passwords = passwords;
        this.identities = identities;
        this.audit = audit;
        this.tokens = tokens;
    }

    /** A password that nobody knows, hashed, which is slow and so happens outside the transaction. */
    PasswordReplacing.Prepared prepare(User user) {
        return passwords.prepare("/password", tokens.next(), user);
    }

    /**
     * Runs inside the caller's transaction, before the new owner's identity and session are added.
     *
     * @param locked the account, locked and with the version that is stored
     * @return it with its next version
     */
    User take(User locked, PasswordReplacing.Prepared unknown) {
        identities.of(locked.id()).forEach(identity -> {
            identities.remove(locked.id(), identity.id());
            audit.secured(Viewer.WORKER, "user.remove-identity", locked.id());
        });
        return passwords.replace(Viewer.WORKER, locked, unknown);
    }
}
