package dev.albumen.persistence.label;

import dev.albumen.application.label.LabelRunsContract;
import dev.albumen.application.shared.Catalogue;
import dev.albumen.persistence.shared.PostgresCatalogue;
import dev.albumen.persistence.shared.PostgresTest;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresLabelRunsTest extends LabelRunsContract {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    @Override
    protected Catalogue catalogue() {
        return new PostgresCatalogue(POSTGRES);
    }
}
