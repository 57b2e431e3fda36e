package dev.albumen.application.user;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.InviteId;
import dev.albumen.domain.user.UserAccess;

/** Takes an invite back. Whoever has used it keeps the account. */
public final class RevokeInvite {

    private final Invites invites;
    private final AccountAudit audit;
    private final Transactions transactions;

    public RevokeInvite(Invites invites, AccountAudit audit, Transactions transactions) {
        this.invites = invites;
        this.audit = audit;
        this.transactions = transactions;
    }

    public record Command(InviteId id) {}

    public void handle(Viewer viewer, Command command) {
        UserAccess.mayListAccounts(viewer);
        transactions.writing(() -> {
            if (!invites.delete(command.id())) {
                throw Refusal.notFound();
            }
            audit.changed(viewer, "invite.revoke", command.id());
        });
    }
}
