package dev.albumen.application.user;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.Password;
import dev.albumen.domain.user.PasswordHash;
import dev.albumen.domain.user.User;
import dev.albumen.domain.user.Username;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens a session for whoever knows an account's password. An unknown account answers like a wrong password. */
public final class SignIn {

    private final SignInSettings settings;
    private final Users users;
    private final PasswordHasher hasher;
    private final GuessGuard guard;
    private final SessionStart sessions;
    private final AccountAudit audit;
    private final Transactions transactions;

    public SignIn(
            SignInSettings settings, Users users, PasswordHasher hasher, GuessGuard guard, SessionStart sessions, AccountAudit audit,
            Transactions transactions) {
        this.settings = settings;
        this.users = users;
        this.hasher = hasher;
        this.guard = guard;
        this.sessions = sessions;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * @param login username or e-mail address
     * @param address whence it is asked
     * @param client what the program calls itself
     */
    public record Command(String login, String password, String address, @Nullable String client) {
        @Override
        public String toString() {
            return "SignIn[hidden]";
        }
    }

    public SignedIn handle(Viewer viewer, Command command) {
        settings.passwords().admitAnybody();
        String login = Username.normalised(command.login());
        guard.enter(command.address(), login);
        Password password = new Password(command.password());
        Users.Credentials proven = proven(transactions.read(() -> users.credentials(login)), password);
        settings.passwords().admit(proven.user().role());
        PasswordHash renewed = hasher.outdated(proven.hash()) ? hasher.hash(password) : proven.hash();
        SignedIn signedIn = transactions.write(() -> {
            // Between check and now the password may have changed, which ends what the old one opens.
            User user = users.lockCredentials(proven.user().id())
                    .filter(now -> now.hash().equals(proven.hash()))
                    .orElseThrow(SignIn::refused)
                    .user();
            requireActive(user);
            if (!renewed.equals(proven.hash())) {
                users.setHash(user.id(), renewed);
            }
            SignedIn started = sessions.start(user.id(), command.client());
            audit.began(user, "session.start");
            return started;
        });
        guard.passed(command.address(), login);
        return signedIn;
    }

    private Users.Credentials proven(Optional<Users.Credentials> known, Password password) {
        if (known.isEmpty() || password.isTooLong()) {
            hasher.pretend(password);
            throw refused();
        }
        if (!hasher.matches(password, known.get().hash())) {
            throw refused();
        }
        return known.get();
    }

    /** Only somebody who has proven to be its owner learns this. */
    static void requireActive(User user) {
        if (user.disabled()) {
            throw new Refusal.Forbidden("account-disabled", "This account is disabled. An admin can enable it.").thrown();
        }
        if (user.deletionDueAt() != null) {
            throw new Refusal.Forbidden("account-closed", "This account is about to be deleted. An admin can restore it.").thrown();
        }
    }

    private static RefusedException refused() {
        return new Refusal.Unauthenticated("invalid-credentials", "There is no account with this name and password.").thrown();
    }
}
