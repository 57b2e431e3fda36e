package dev.albumen.application.user;

import dev.albumen.application.shared.ImmediateTransactions;
import dev.albumen.application.shared.Transactions;

class InMemoryForeignTokensTest extends ForeignTokensContract {

    private final ForeignTokens tokens = new InMemoryForeignTokens();

    @Override
    protected ForeignTokens tokens() {
        return tokens;
    }

    @Override
    protected Transactions transactions() {
        return new ImmediateTransactions();
    }
}
