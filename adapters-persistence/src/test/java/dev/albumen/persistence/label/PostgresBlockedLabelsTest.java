package dev.albumen.persistence.label;

import dev.albumen.application.label.BlockedLabelsContract;
import dev.albumen.application.shared.Catalogue;
import dev.albumen.persistence.shared.PostgresCatalogue;
import dev.albumen.persistence.shared.PostgresTest;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresBlockedLabelsTest extends BlockedLabelsContract {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    @Override
    protected Catalogue catalogue() {
        return new PostgresCatalogue(POSTGRES);
    }
}
