package dev.albumen.persistence.user;

import dev.albumen.application.shared.Transactions;
import dev.albumen.application.user.Users;
import dev.albumen.application.user.UsersContract;
import dev.albumen.persistence.shared.PostgresTest;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresUsersTest extends UsersContract {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    @Override
    protected Users users() {
        return POSTGRES.bean(Users.class);
    }

    @Override
    protected Transactions transactions() {
        return POSTGRES.bean(Transactions.class);
    }
}
