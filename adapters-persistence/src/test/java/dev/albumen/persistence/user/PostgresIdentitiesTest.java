package dev.albumen.persistence.user;

import dev.albumen.application.shared.Transactions;
import dev.albumen.application.user.Identities;
import dev.albumen.application.user.IdentitiesContract;
import dev.albumen.application.user.Users;
import dev.albumen.persistence.shared.PostgresTest;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresIdentitiesTest extends IdentitiesContract {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    @Override
    protected Identities identities() {
        return POSTGRES.bean(Identities.class);
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
