package dev.albumen.application.user;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.User;

/** Shows the viewer their own account. */
public final class FindOwnAccount {

    private final Users users;
    private final Transactions transactions;

    public FindOwnAccount(Users users, Transactions transactions) {
        this.users = users;
        this.transactions = transactions;
    }

    public User handle(Viewer viewer) {
        UserId id = viewer.member().userId();
        return transactions.read(() -> users.find(id)).orElseThrow(Refusal::notFound);
    }
}
