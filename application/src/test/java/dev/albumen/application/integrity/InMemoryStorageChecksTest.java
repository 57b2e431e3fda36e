package dev.albumen.application.integrity;

class InMemoryStorageChecksTest extends StorageChecksContract {

    private final InMemoryStorageChecks checks = new InMemoryStorageChecks();

    @Override
    protected StorageChecks checks() {
        return checks;
    }
}
