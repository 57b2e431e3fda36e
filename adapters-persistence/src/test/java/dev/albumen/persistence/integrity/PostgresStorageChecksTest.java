package dev.albumen.persistence.integrity;

import dev.albumen.application.integrity.StorageChecks;
import dev.albumen.application.integrity.StorageChecksContract;
import dev.albumen.persistence.shared.PostgresTest;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresStorageChecksTest extends StorageChecksContract {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    @Override
    protected StorageChecks checks() {
        return POSTGRES.bean(StorageChecks.class);
    }
}
