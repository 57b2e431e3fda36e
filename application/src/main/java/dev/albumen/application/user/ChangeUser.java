package dev.albumen.application.user;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.User;
import dev.albumen.domain.user.UserAccess;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Changes an account on an admin's word: role, quota, disabling, names, a new password, or its restoration. */
public final class ChangeUser {

    private final Users users;
    private final Sessions sessions;
    private final PasswordReplacing passwords;
    private final AccountAudit audit;
    private final Transactions transactions;
    private final InstantSource clock;

    public ChangeUser(
            Users users, Sessions sessions, PasswordReplacing passwords, AccountAudit audit, Transactions transactions, InstantSource clock) {
        this.users = users;
        this.sessions = sessions;
        this.passwords = passwords;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * @param restore whether a closed account is to stay after all
     * @param newPassword {@code null} to leave it
     * @param expectedVersion refuses where the account has another one by now; {@code null} for any
     */
    public record Command(
            UserId id, User.Patch patch, boolean restore, @Nullable String newPassword, @Nullable Long expectedVersion) {
        @Override
        public String toString() {
            return "ChangeUser[" + id + "]";
        }
    }

    public User handle(Viewer viewer, Command command) {
        UserAccess.mayListAccounts(viewer);
        User seen = transactions.read(() -> users.find(command.id())).orElseThrow(Refusal::notFound);
        UserAccess.mayManage(viewer, seen);
        PasswordReplacing.Prepared password =
                command.newPassword() == null ? null : passwords.prepare("/password", command.newPassword(), seen);
        return transactions.write(() -> {
            // Superadmins first, then the account: everybody who takes both locks takes them in this order.
            int superadmins = users.lockActive(Role.SUPERADMIN);
            User before = users.lock(command.id()).orElseThrow(Refusal::notFound);
            before.requireVersion(command.expectedVersion());
            User changed = before.changed(command.patch(), clock.instant());
            User after = command.restore() ? changed.restored(clock.instant()) : changed;
            allow(viewer, before, after, superadmins);
            User saved = users.save(after);
            record(viewer, before, after);
            return password == null ? saved : passwords.replace(viewer, saved, password);
        });
    }

    private static void allow(Viewer viewer, User before, User after, int superadmins) {
        UserAccess.mayManage(viewer, before);
        if (before.role() != after.role()) {
            UserAccess.mayGrant(viewer, after.role());
            UserAccess.mayNotTouchOwn(viewer, before);
        }
        if (after.disabled() && !before.disabled()) {
            UserAccess.mayNotTouchOwn(viewer, before);
        }
        UserAccess.mayNotLoseLastSuperadmin(before, after, superadmins);
    }

    private void record(Viewer viewer, User before, User after) {
        if (before.role() != after.role()) {
            audit.roleChanged(viewer, before, after.role());
        }
        if (after.disabled() && !before.disabled()) {
            sessions.endAll(after.id());
            audit.secured(viewer, "user.disable", after.id());
        }
        audit.changed(viewer, "user.change", after.id());
    }
}
