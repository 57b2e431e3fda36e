package dev.albumen.persistence.transfer;

import dev.albumen.application.shared.Catalogue;
import dev.albumen.application.transfer.ArchiveImports;
import dev.albumen.application.transfer.ArchiveImportsContract;
import dev.albumen.persistence.shared.PostgresCatalogue;
import dev.albumen.persistence.shared.PostgresTest;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresArchiveImportsTest extends ArchiveImportsContract {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    @Override
    protected Catalogue catalogue() {
        return new PostgresCatalogue(POSTGRES);
    }

    @Override
    protected ArchiveImports imports() {
        return POSTGRES.bean(ArchiveImports.class);
    }
}
