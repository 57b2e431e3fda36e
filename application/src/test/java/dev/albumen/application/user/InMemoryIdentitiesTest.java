package dev.albumen.application.user;

import dev.albumen.application.shared.ImmediateTransactions;
import dev.albumen.application.shared.Transactions;

class InMemoryIdentitiesTest extends IdentitiesContract {

    private final Users users = new InMemoryUsers();
    private final Identities identities = new InMemoryIdentities(users);

    @Override
    protected Identities identities() {
        return identities;
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
