package dev.albumen.application.user;

import dev.albumen.application.shared.ImmediateTransactions;
import dev.albumen.application.shared.Transactions;

class InMemoryUsersTest extends UsersContract {

    private final Users users = new InMemoryUsers();

    @Override
    protected Users users() {
        return users;
    }

    @Override
    protected Transactions transactions() {
        return new ImmediateTransactions();
    }
}
