package dev.albumen.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresTransactionsTest {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    private final Transactions transactions = POSTGRES.bean(Transactions.class);
    private final Sql sql = POSTGRES.bean(Sql.class);

    @BeforeEach
    void makeATable() {
        sql.change("DROP TABLE IF EXISTS notes");
        sql.change("CREATE TABLE notes (text text CONSTRAINT notes_text_unique UNIQUE DEFERRABLE)");
    }

    @Test
    void keepsWhatWasWritten() {
        transactions.writing(() -> write("kept"));

        assertThat(count()).isOne();
    }

    @Test
    void rollsBackAndPassesOnARefusal() {
        assertThatThrownBy(() -> transactions.writing(() -> {
            write("gone");
            throw Refusal.notFound();
        })).isInstanceOf(RefusedException.class);

        assertThat(count()).isZero();
    }

    @Test
    void joinsTheOuterTransaction() {
        assertThatThrownBy(() -> transactions.writing(() -> {
            transactions.writing(() -> write("inner"));
            throw new IllegalArgumentException("outer");
        })).isInstanceOf(IllegalArgumentException.class);

        assertThat(count()).isZero();
    }

    @Test
    void goesOnAfterAnInnerRefusalThatTheOuterHandles() {
        transactions.writing(() -> {
            write("outer");
            assertThatThrownBy(() -> transactions.writing(() -> {
                throw Refusal.notFound();
            })).isInstanceOf(RefusedException.class);
        });

        assertThat(count()).isOne();
    }

    @Test
    void readsOneSnapshot() {
        long[] seen = transactions.read(() -> {
            long before = count();
            CompletableFuture.runAsync(() -> write("meanwhile")).join();
            return new long[] {before, count()};
        });

        assertThat(seen).containsExactly(0, 0);
        assertThat(count()).isOne();
    }

    @Test
    void refusesToWriteWhereItOnlyReads() {
        assertThatThrownBy(() -> transactions.read(() -> sql.change("INSERT INTO notes VALUES ('no')")))
                .isInstanceOf(IllegalStateException.class);
        transactions.writing(() -> write("the same connection writes again"));

        assertThat(count()).isOne();
    }

    @Test
    void throwsWhereTheCommitFails() {
        write("same");

        assertThatThrownBy(() -> transactions.writing(() -> {
            sql.change("SET CONSTRAINTS ALL DEFERRED");
            write("same");
        })).isInstanceOf(DependencyException.class);

        assertThat(count()).isOne();
    }

    @Test
    void callsADeadlineOfTheServerADependency() {
        assertThatThrownBy(() -> transactions.writing(() -> {
            sql.change("SET LOCAL statement_timeout = '10ms'");
            sql.list("SELECT pg_sleep(5)", row -> 0);
        })).isInstanceOf(DependencyException.class);
    }

    @Test
    void callsACutConnectionADependencyAndRecovers() {
        assertThatThrownBy(() -> transactions.writing(() -> {
            sql.list("SELECT pg_terminate_backend(pg_backend_pid())", row -> 0);
            write("lost");
        })).isInstanceOf(DependencyException.class);

        transactions.writing(() -> write("found"));
        assertThat(count()).isOne();
    }

    @Test
    void namesTheConstraintThatARowBreaks() {
        write("same");

        assertThatThrownBy(() -> transactions.writing(() -> write("same")))
                .isInstanceOfSatisfying(ConstraintException.class, broken ->
                        assertThat(broken.constraint()).isEqualTo("notes_text_unique"));
    }

    @Test
    void standsAloneOutsideATransaction() {
        write("at once");

        assertThat(CompletableFuture.supplyAsync(this::count).join()).isOne();
    }

    private void write(String text) {
        sql.change("INSERT INTO notes VALUES (?)", text);
    }

    private long count() {
        return sql.one("SELECT count(*) AS n FROM notes", row -> row.number("n"));
    }
}
