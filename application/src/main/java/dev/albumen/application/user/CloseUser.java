package dev.albumen.application.user;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.UserAccess;
import org.jspecify.annotations.Nullable;

/** Closes somebody's account on an admin's word, with the same grace as if its owner had. */
public final class CloseUser {

    private final AccountClosing closing;
    private final Transactions transactions;

    public CloseUser(AccountClosing closing, Transactions transactions) {
        this.closing = closing;
        this.transactions = transactions;
    }

    /** @param expectedVersion refuses where the account has another one by now; {@code null} for any */
    public record Command(UserId id, @Nullable Long expectedVersion) {}

    public void handle(Viewer viewer, Command command) {
        UserAccess.mayListAccounts(viewer);
        transactions.writing(() -> closing.close(viewer, command.id(), command.expectedVersion(), user -> {
            UserAccess.mayManage(viewer, user);
            UserAccess.mayNotTouchOwn(viewer, user);
        }));
    }
}
