package dev.albumen.persistence.shared;

import dev.albumen.application.shared.KeyMarks;
import dev.albumen.application.shared.KeyMarksContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresKeyMarksTest extends KeyMarksContract {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    @Override
    protected KeyMarks marks() {
        return POSTGRES.bean(KeyMarks.class);
    }
}
