package dev.albumen.persistence.user;

import dev.albumen.application.shared.Transactions;
import dev.albumen.application.user.Sessions;
import dev.albumen.application.user.SessionsContract;
import dev.albumen.application.user.Users;
import dev.albumen.persistence.shared.PostgresTest;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresSessionsTest extends SessionsContract {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    @Override
    protected Sessions sessions() {
        return POSTGRES.bean(Sessions.class);
    }

    @Override
    protected Users users() {
        return POSTGRES.bean(Users.class);
    }

    @Override
    protected Transactions transactions() {
        return POSTGRES.bean(Transactions.class);
    }
}
