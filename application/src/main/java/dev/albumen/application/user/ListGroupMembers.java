package dev.albumen.application.user;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.GroupId;
import dev.albumen.domain.shared.Viewer;

/** Lists who is in a group, to its owner. Members need not know of each other. */
public final class ListGroupMembers {

    private final Transactions transactions;
    private final FindGroup find;
    private final GroupMembers members;

    public ListGroupMembers(Transactions transactions, Groups groups, GroupMembers members) {
        this.transactions = transactions;
        this.find = new FindGroup(groups, members);
        this.members = members;
    }

    public record Query(GroupId id, PageRequest page) {}

    public Page<GroupMembers.Membership> handle(Viewer viewer, Query query) {
        return transactions.read(() -> {
            find.managed(viewer, query.id());
            return members.list(query.id(), query.page());
        });
    }
}
