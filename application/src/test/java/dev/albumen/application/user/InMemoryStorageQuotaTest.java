package dev.albumen.application.user;

import dev.albumen.application.shared.ImmediateTransactions;
import dev.albumen.application.shared.Transactions;

class InMemoryStorageQuotaTest extends StorageQuotaContract {

    private final Users users = new InMemoryUsers();
    private final StorageQuota quota = new InMemoryStorageQuota(users);

    @Override
    protected StorageQuota quota() {
        return quota;
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
