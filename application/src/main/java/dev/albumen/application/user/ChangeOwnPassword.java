package dev.albumen.application.user;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.Password;
import org.jspecify.annotations.Nullable;

/** Replaces the viewer's password. Every session ends at once, the one that asks too; it gets a new one in exchange. */
public final class ChangeOwnPassword {

    private final Users users;
    private final PasswordHasher hasher;
    private final GuessGuard guard;
    private final PasswordReplacing replacing;
    private final SessionStart start;
    private final Transactions transactions;

    public ChangeOwnPassword(
            Users users, PasswordHasher hasher, GuessGuard guard, PasswordReplacing replacing, SessionStart start, Transactions transactions) {
        this.users = users;
        this.hasher = hasher;
        this.guard = guard;
        this.replacing = replacing;
        this.start = start;
        this.transactions = transactions;
    }

    /**
     * @param address whence it is asked
     * @param client what the program calls itself
     */
    public record Command(String currentPassword, String newPassword, String address, @Nullable String client) {
        @Override
        public String toString() {
            return "ChangeOwnPassword[hidden]";
        }
    }

    public SignedIn handle(Viewer viewer, Command command) {
        UserId id = viewer.member().userId();
        String account = id.toString();
        guard.enter(command.address(), account);
        Users.Credentials proven = transactions.read(() -> users.credentials(id)).orElseThrow(Refusal::notFound);
        Password current = new Password(command.currentPassword());
        if (current.isTooLong() || !hasher.matches(current, proven.hash())) {
            throw wrongPassword();
        }
        guard.passed(command.address(), account);
        PasswordReplacing.Prepared prepared = replacing.prepare("/newPassword", command.newPassword(), proven.user());
        return transactions.write(() -> {
            Users.Credentials locked = users.lockCredentials(id).orElseThrow(Refusal::notFound);
            if (!locked.hash().equals(proven.hash())) {
                throw wrongPassword();
            }
            replacing.replace(viewer, locked.user(), prepared);
            return start.start(id, command.client());
        });
    }

    private static RuntimeException wrongPassword() {
        return new Refusal.Forbidden("wrong-password", "The current password is another one.").thrown();
    }
}
