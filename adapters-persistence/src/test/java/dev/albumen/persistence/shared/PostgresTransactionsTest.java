package dev.albumen.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.shared.Transactions;
import dev.albumen.application.shared.TransactionsContract;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresTransactionsTest extends TransactionsContract {

    private static final String LOCK = "SELECT text FROM notes WHERE text = ? FOR UPDATE";

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    private final Transactions transactions = POSTGRES.bean(Transactions.class);
    private final Sql sql = POSTGRES.bean(Sql.class);

    @BeforeEach
    void makeATable() {
        sql.change("DROP TABLE IF EXISTS notes");
        sql.change("CREATE TABLE notes (text text CONSTRAINT notes_text_unique UNIQUE DEFERRABLE)");
    }

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected void note(String text) {
        write(text);
    }

    @Override
    protected List<String> noted() {
        return sql.list("SELECT text FROM notes", row -> row.text("text"));
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
    void doesWorkThatWasBrokenOffByADeadlockAgain() {
        write("one");
        write("two");
        AtomicInteger tries = new AtomicInteger();
        CyclicBarrier bothLocked = new CyclicBarrier(2);
        CountDownLatch oneIsDone = new CountDownLatch(1);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(
                    CompletableFuture.runAsync(() -> lockBoth("one", "two", tries, bothLocked, oneIsDone), threads),
                    CompletableFuture.runAsync(() -> lockBoth("two", "one", tries, bothLocked, oneIsDone), threads))
                    .join();
        }

        assertThat(tries).hasValue(3);
    }

    /** The one that is broken off comes again when the other is done: before that, it might be the faster one again. */
    private void lockBoth(
            String first, String second, AtomicInteger tries, CyclicBarrier bothLocked, CountDownLatch oneIsDone) {
        transactions.writing(() -> {
            boolean isAgain = tries.incrementAndGet() > 2;
            if (isAgain) {
                meet(oneIsDone);
            }
            sql.list(LOCK, row -> 0, first);
            if (!isAgain) {
                meet(bothLocked);
            }
            sql.list(LOCK, row -> 0, second);
        });
        oneIsDone.countDown();
    }

    private static void meet(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void endsInADependencyWhereTheDatabaseKeepsBreakingItOff() {
        AtomicInteger tries = new AtomicInteger();

        assertThatThrownBy(() -> transactions.writing(() -> {
            tries.incrementAndGet();
            sql.change("DO $$ BEGIN RAISE SQLSTATE '40001'; END $$");
        })).isInstanceOf(DependencyException.class);

        assertThat(tries).hasValue(Transactions.TRIES);
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
    void throwsAConnectionAwayThatLeadsToAReadOnlyServer() {
        sql.change("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY");
        int failed = 0;
        for (int i = 0; i < 20; i++) {
            try {
                transactions.writing(() -> write("again and again"));
            } catch (DependencyException e) {
                failed++;
            }
            sql.change("DELETE FROM notes");
        }

        assertThat(failed).isOne();
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
