package dev.albumen.application.user;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.GroupId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.Group;

/** Shows a group to its owner and its members. */
public final class ViewGroup {

    private final Transactions transactions;
    private final FindGroup find;

    public ViewGroup(Transactions transactions, Groups groups, GroupMembers members) {
        this.transactions = transactions;
        this.find = new FindGroup(groups, members);
    }

    public record Query(GroupId id) {}

    public Group handle(Viewer viewer, Query query) {
        return transactions.read(() -> find.seen(viewer, query.id()));
    }
}
