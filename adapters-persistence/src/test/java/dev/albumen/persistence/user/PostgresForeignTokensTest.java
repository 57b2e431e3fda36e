package dev.albumen.persistence.user;

import dev.albumen.application.shared.Transactions;
import dev.albumen.application.user.ForeignTokens;
import dev.albumen.application.user.ForeignTokensContract;
import dev.albumen.persistence.shared.PostgresTest;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresForeignTokensTest extends ForeignTokensContract {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    @Override
    protected ForeignTokens tokens() {
        return POSTGRES.bean(ForeignTokens.class);
    }

    @Override
    protected Transactions transactions() {
        return POSTGRES.bean(Transactions.class);
    }
}
