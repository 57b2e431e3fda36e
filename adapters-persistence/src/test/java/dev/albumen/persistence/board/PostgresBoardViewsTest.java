package dev.albumen.persistence.board;

import dev.albumen.application.board.BoardViewsContract;
import dev.albumen.application.shared.Catalogue;
import dev.albumen.persistence.shared.PostgresCatalogue;
import dev.albumen.persistence.shared.PostgresTest;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresBoardViewsTest extends BoardViewsContract {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    @Override
    protected Catalogue catalogue() {
        return new PostgresCatalogue(POSTGRES);
    }
}
