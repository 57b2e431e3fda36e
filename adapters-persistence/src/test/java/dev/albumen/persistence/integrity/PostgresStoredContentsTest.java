package dev.albumen.persistence.integrity;

import dev.albumen.application.integrity.StoredContents;
import dev.albumen.application.integrity.StoredContentsContract;
import dev.albumen.application.shared.Catalogue;
import dev.albumen.persistence.shared.PostgresCatalogue;
import dev.albumen.persistence.shared.PostgresTest;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresStoredContentsTest extends StoredContentsContract {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    @Override
    protected Catalogue catalogue() {
        return new PostgresCatalogue(POSTGRES);
    }

    @Override
    protected StoredContents contents() {
        return POSTGRES.bean(StoredContents.class);
    }
}
