package dev.albumen.application.user;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.SigningKey;
import dev.albumen.domain.user.UserAccess;
import java.time.InstantSource;

/** Signs access tokens with a new key from now on. Nobody is signed out: the old one verifies until its tokens are over. */
public final class RotateSigningKey {

    private final SigningKeyring keyring;
    private final SigningKeys keys;
    private final AccountAudit audit;
    private final Transactions transactions;
    private final InstantSource clock;

    public RotateSigningKey(SigningKeyring keyring, SigningKeys keys, AccountAudit audit, Transactions transactions, InstantSource clock) {
        this.keyring = keyring;
        this.keys = keys;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    public SigningKey handle(Viewer viewer) {
        UserAccess.mayActAs(viewer, Role.SUPERADMIN);
        SigningKey next = keyring.make();
        return transactions.write(() -> {
            keys.replaceCurrent(next, clock.instant());
            audit.secured(viewer, "signing-key.rotate", next.kid());
            return next;
        });
    }
}
