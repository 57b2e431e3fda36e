package dev.albumen.application.user;

import dev.albumen.application.shared.ImmediateTransactions;
import dev.albumen.application.shared.Transactions;

class InMemorySessionsTest extends SessionsContract {

    private final Users users = new InMemoryUsers();
    private final Sessions sessions = new InMemorySessions(users);

    @Override
    protected Sessions sessions() {
        return sessions;
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
