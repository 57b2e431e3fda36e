package dev.albumen.application.user;

import dev.albumen.application.shared.ImmediateTransactions;
import dev.albumen.application.shared.Transactions;

class InMemoryInvitesTest extends InvitesContract {

    private final Users users = new InMemoryUsers();
    private final Invites invites = new InMemoryInvites();

    @Override
    protected Invites invites() {
        return invites;
    }

    @Override
    protected Users users() {
        return users;
    }

    @Override
    protected Transactions transactions() {
        return new ImmediateTransactions();
    }
}
