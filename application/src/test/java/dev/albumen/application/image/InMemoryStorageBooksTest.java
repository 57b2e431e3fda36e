package dev.albumen.application.image;

import dev.albumen.application.shared.Catalogue;
import dev.albumen.application.shared.InMemoryCatalogue;
import dev.albumen.application.user.InMemoryStorageQuota;
import dev.albumen.application.user.StorageQuota;
import dev.albumen.domain.shared.UserId;

class InMemoryStorageBooksTest extends StorageBooksContract {

    private final InMemoryCatalogue catalogue = new InMemoryCatalogue();
    private final InMemoryStorageQuota quota = new InMemoryStorageQuota(catalogue.users());

    @Override
    protected Catalogue catalogue() {
        return catalogue;
    }

    @Override
    protected StorageBooks books() {
        return new InMemoryStorageBooks(catalogue.users(), catalogue.images(), quota);
    }

    @Override
    protected StorageQuota quota() {
        return quota;
    }

    @Override
    protected void miscount(UserId user, long usedBytes, long reservedBytes) {
        quota.miscount(user, usedBytes, reservedBytes);
    }
}
