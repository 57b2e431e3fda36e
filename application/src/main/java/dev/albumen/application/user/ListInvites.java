package dev.albumen.application.user;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.Invite;
import dev.albumen.domain.user.UserAccess;

/** Shows an admin the invites, without their codes. */
public final class ListInvites {

    private final Invites invites;
    private final Transactions transactions;

    public ListInvites(Invites invites, Transactions transactions) {
        this.invites = invites;
        this.transactions = transactions;
    }

    public record Query(PageRequest page) {}

    public Page<Invite> handle(Viewer viewer, Query query) {
        UserAccess.mayListAccounts(viewer);
        return transactions.read(() -> invites.list(query.page()));
    }
}
