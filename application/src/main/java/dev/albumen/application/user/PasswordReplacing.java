package dev.albumen.application.user;

import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Violation;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.Password;
import dev.albumen.domain.user.PasswordHash;
import dev.albumen.domain.user.User;
import java.time.InstantSource;
import java.util.List;

/** How every password is replaced, by its owner or an admin: what the old one opened ends in the same transaction. */
public final class PasswordReplacing {

    private final Users users;
    private final Sessions sessions;
    private final PasswordHasher hasher;
    private final AccountAudit audit;
    private final InstantSource clock;

    public PasswordReplacing(Users users, Sessions sessions, PasswordHasher hasher, AccountAudit audit, InstantSource clock) {
        this.users = users;
        this.sessions = sessions;
        this.hasher = hasher;
        this.audit = audit;
        this.clock = clock;
    }

    /** Checks and hashes, which is slow and so happens outside the transaction. */
    Prepared prepare(String pointer, String typed, User user) {
        Password password = new Password(typed);
        List<Violation> wrong = password.violations(pointer, user.username(), user.email());
        if (!wrong.isEmpty()) {
            throw new Refusal.Invalid(wrong).thrown();
        }
        return new Prepared(hasher.hash(password));
    }

    /**
     * Runs inside the caller's transaction.
     *
     * @param locked the account, locked and with the version that is stored
     * @return it with its next version
     */
    User replace(Viewer viewer, User locked, Prepared prepared) {
        users.setHash(locked.id(), prepared.hash());
        User saved = users.save(locked.withNewPassword(clock.instant()));
        sessions.endAll(locked.id());
        audit.secured(viewer, "user.change-password", locked.id());
        return saved;
    }

    /** A password that was found good. */
    record Prepared(PasswordHash hash) {}
}
