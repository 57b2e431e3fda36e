package dev.albumen.persistence.shared;

import static dev.albumen.domain.shared.Refusals.refusalOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.shared.FakeSecrets;
import dev.albumen.application.shared.Once;
import dev.albumen.application.shared.Replays;
import dev.albumen.application.shared.ReplaysContract;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresReplaysTest extends ReplaysContract {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    private static final Once.Request REQUEST = new Once.Request(KEY, "POST /albums Sea");

    private final Sql sql = POSTGRES.bean(Sql.class);
    private final Transactions transactions = POSTGRES.bean(Transactions.class);
    private final Replays replays = POSTGRES.bean(Replays.class);
    private final Once once = new Once(replays, new FakeSecrets(), InstantSource.system());

    @BeforeEach
    void makeATable() {
        sql.change("DROP TABLE IF EXISTS changes");
        sql.change("CREATE TABLE changes (change text)");
    }

    @Override
    protected Replays replays() {
        return replays;
    }

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Test
    void refusesAKeyThatAnotherTransactionHas() {
        transactions.writing(() -> {
            replays.claim(KEY);
            Refusal refused = CompletableFuture.supplyAsync(() -> refusalOf(this::ask)).join();
            assertThat(refused).isInstanceOf(Refusal.InFlight.class);
        });

        assertThat(ask().replayed()).isFalse();
    }

    @Test
    void leavesAKeyFreeWhoseHolderDied() {
        assertThatThrownBy(() -> once.answer(REQUEST, String.class, () -> change(() ->
                sql.list("SELECT pg_terminate_backend(pg_backend_pid())", row -> 0)), PostgresReplaysTest::told))
                .isInstanceOf(DependencyException.class);

        // The server says that the connection ends before it lets go of what it held.
        assertThat(askUntilAnswered()).isFalse();
        assertThat(changes()).isOne();
    }

    @Test
    void changesOnceHoweverManyAskAtOnce() {
        List<CompletableFuture<Boolean>> asked;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            asked = IntStream.range(0, 32).mapToObj(i -> CompletableFuture.supplyAsync(this::askUntilAnswered, threads)).toList();
        }

        assertThat(asked).filteredOn(replayed -> !replayed.join()).hasSize(1);
        assertThat(changes()).isOne();
    }

    private boolean askUntilAnswered() {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (true) {
            try {
                return ask().replayed();
            } catch (RefusedException refused) {
                assertThat(refused.refusal()).isInstanceOf(Refusal.InFlight.class);
                assertThat(System.nanoTime()).as("answered in time").isLessThan(end);
            }
        }
    }

    private Once.Answer ask() {
        return once.answer(REQUEST, String.class, () -> change(() -> {}), PostgresReplaysTest::told);
    }

    private String change(Runnable more) {
        return transactions.write(() -> {
            sql.change("INSERT INTO changes VALUES ('made')");
            more.run();
            return "made";
        });
    }

    private static byte[] told(String made) {
        return made.getBytes(UTF_8);
    }

    private long changes() {
        return sql.one("SELECT count(*) AS n FROM changes", row -> row.number("n"));
    }
}
