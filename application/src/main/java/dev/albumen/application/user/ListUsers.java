package dev.albumen.application.user;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.User;
import dev.albumen.domain.user.UserAccess;

/** Shows an admin the accounts. */
public final class ListUsers {

    private final Users users;
    private final Transactions transactions;

    public ListUsers(Users users, Transactions transactions) {
        this.users = users;
        this.transactions = transactions;
    }

    /** @param words part of a name or address; empty for all */
    public record Query(String words, PageRequest page) {}

    public Page<User> handle(Viewer viewer, Query query) {
        UserAccess.mayListAccounts(viewer);
        return transactions.read(() -> users.list(query.words(), query.page()));
    }
}
