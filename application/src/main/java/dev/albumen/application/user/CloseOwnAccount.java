package dev.albumen.application.user;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Viewer;
import org.jspecify.annotations.Nullable;

/** Closes the viewer's own account: shut at once, deleted after the grace unless an admin restores it. */
public final class CloseOwnAccount {

    private final AccountClosing closing;
    private final Transactions transactions;

    public CloseOwnAccount(AccountClosing closing, Transactions transactions) {
        this.closing = closing;
        this.transactions = transactions;
    }

    /** @param expectedVersion refuses where the account has another one by now; {@code null} for any */
    public record Command(@Nullable Long expectedVersion) {}

    public void handle(Viewer viewer, Command command) {
        Viewer.Member member = viewer.member();
        transactions.writing(() -> closing.close(viewer, member.userId(), command.expectedVersion(), user -> {}));
    }
}
