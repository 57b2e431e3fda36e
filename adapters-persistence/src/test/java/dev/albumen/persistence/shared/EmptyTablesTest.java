package dev.albumen.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.Transactions;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A test begins with empty tables, whatever the one before it has left. */
class EmptyTablesTest {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    private static final String WRITE = """
            INSERT INTO audit_events (occurred_at, action, module, level, metadata)
            SELECT now(), 'test', 'test', 'info', jsonb_build_object('text', repeat('x', 200)) FROM generate_series(1, ?)
            """;

    private final Sql sql = POSTGRES.bean(Sql.class);

    /** Few rows are deleted, even of what is append-only; many go with their files. */
    @ParameterizedTest
    @ValueSource(ints = {1, 40_000})
    void leavesNoRowAndCountsFromOneAgain(int rows) {
        sql.change(WRITE, rows);

        POSTGRES.bean(Transactions.class).writing(new EmptyTables(sql)::make);

        assertThat(ids()).isEmpty();
        sql.change(WRITE, 1);
        assertThat(ids()).containsExactly(1L);
    }

    private List<Long> ids() {
        return sql.list("SELECT id FROM audit_events", row -> row.number("id"));
    }
}
