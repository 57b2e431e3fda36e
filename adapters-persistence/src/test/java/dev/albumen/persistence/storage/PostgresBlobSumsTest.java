package dev.albumen.persistence.storage;

import dev.albumen.application.storage.BlobSums;
import dev.albumen.application.storage.BlobSumsContract;
import dev.albumen.persistence.shared.PostgresTest;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresBlobSumsTest extends BlobSumsContract {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    @Override
    protected BlobSums open() {
        return POSTGRES.bean(BlobSums.class);
    }
}
