package dev.albumen.application.user;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.User;
import dev.albumen.domain.user.UserAccess;

/** Shows an admin one account. */
public final class FindUser {

    private final Users users;
    private final Transactions transactions;

    public FindUser(Users users, Transactions transactions) {
        this.users = users;
        this.transactions = transactions;
    }

    public record Query(UserId id) {}

    public User handle(Viewer viewer, Query query) {
        UserAccess.mayListAccounts(viewer);
        return transactions.read(() -> users.find(query.id())).orElseThrow(Refusal::notFound);
    }
}
