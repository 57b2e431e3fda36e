package dev.albumen.application.user;

import dev.albumen.application.shared.ImmediateTransactions;
import dev.albumen.application.shared.Transactions;

class InMemorySigningKeysTest extends SigningKeysContract {

    private final SigningKeys keys = new InMemorySigningKeys();

    @Override
    protected SigningKeys keys() {
        return keys;
    }

    @Override
    protected Transactions transactions() {
        return new ImmediateTransactions();
    }
}
