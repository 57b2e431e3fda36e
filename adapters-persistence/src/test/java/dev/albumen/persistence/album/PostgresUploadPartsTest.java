package dev.albumen.persistence.album;

import dev.albumen.application.album.UploadParts;
import dev.albumen.application.album.UploadPartsContract;
import dev.albumen.application.album.Uploads;
import dev.albumen.application.shared.Catalogue;
import dev.albumen.persistence.shared.PostgresCatalogue;
import dev.albumen.persistence.shared.PostgresTest;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresUploadPartsTest extends UploadPartsContract {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    @Override
    protected Catalogue catalogue() {
        return new PostgresCatalogue(POSTGRES);
    }

    @Override
    protected UploadParts parts() {
        return POSTGRES.bean(UploadParts.class);
    }

    @Override
    protected Uploads uploads() {
        return POSTGRES.bean(Uploads.class);
    }
}
