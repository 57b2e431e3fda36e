package dev.albumen.persistence.album;

import dev.albumen.application.album.Uploads;
import dev.albumen.application.album.UploadsContract;
import dev.albumen.application.shared.Catalogue;
import dev.albumen.persistence.shared.PostgresCatalogue;
import dev.albumen.persistence.shared.PostgresTest;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresUploadsTest extends UploadsContract {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    @Override
    protected Catalogue catalogue() {
        return new PostgresCatalogue(POSTGRES);
    }

    @Override
    protected Uploads uploads() {
        return POSTGRES.bean(Uploads.class);
    }
}
