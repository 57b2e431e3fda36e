package dev.albumen.persistence.user;

import dev.albumen.application.shared.Transactions;
import dev.albumen.application.user.SigningKeys;
import dev.albumen.application.user.SigningKeysContract;
import dev.albumen.persistence.shared.PostgresTest;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresSigningKeysTest extends SigningKeysContract {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    @Override
    protected SigningKeys keys() {
        return POSTGRES.bean(SigningKeys.class);
    }

    @Override
    protected Transactions transactions() {
        return POSTGRES.bean(Transactions.class);
    }
}
