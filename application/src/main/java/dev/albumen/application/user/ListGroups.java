package dev.albumen.application.user;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.Group;

/** Lists the groups that somebody has made or is in. */
public final class ListGroups {

    private final Transactions transactions;
    private final Groups groups;

    public ListGroups(Transactions transactions, Groups groups) {
        this.transactions = transactions;
        this.groups = groups;
    }

    public record Query(PageRequest page) {}

    public Page<Group> handle(Viewer viewer, Query query) {
        UserId user = viewer.member().userId();
        return transactions.read(() -> groups.list(user, query.page()));
    }
}
