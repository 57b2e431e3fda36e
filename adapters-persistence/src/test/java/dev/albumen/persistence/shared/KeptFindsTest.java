package dev.albumen.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(120)
class KeptFindsTest {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    private static final String FIND = "SELECT name, value" + KeptFinds.STATE + "FROM counts WHERE name = ANY (?)";

    private final Lookups lookups = POSTGRES.bean(Lookups.class);
    private final Transactions transactions = POSTGRES.bean(Transactions.class);
    private final Sql sql = POSTGRES.bean(Sql.class);
    private final List<List<String>> statements = new ArrayList<>();
    private final KeptFinds<String, Integer> finds = new KeptFinds<>(lookups.connected("test", 1), this::find);

    @BeforeEach
    void makeATable() {
        sql.change("DROP TABLE IF EXISTS counts");
        sql.change("CREATE TABLE counts (name text PRIMARY KEY, value integer NOT NULL)");
        sql.change("INSERT INTO counts VALUES ('a', 1), ('b', 2)");
    }

    /** The server's own chores may come in between, so this has to succeed only once. */
    @Test
    void asksOnceWhileNothingChanges() {
        List<List<String>> asked = Stream.generate(this::askedOfFreshFinds)
                .limit(1000).filter(statements -> statements.size() == 2).findFirst().orElseThrow();

        assertThat(asked).containsExactly(List.of("a"), List.of("b", "c"));
    }

    private List<List<String>> askedOfFreshFinds() {
        statements.clear();
        KeptFinds<String, Integer> fresh = new KeptFinds<>(lookups.connected("test", 1), this::find);
        assertThat(fresh.find(List.of("a"))).isEqualTo(Map.of("a", 1));
        assertThat(fresh.find(List.of("a"))).isEqualTo(Map.of("a", 1));
        assertThat(fresh.find(List.of("a", "b", "c"))).isEqualTo(Map.of("a", 1, "b", 2));
        return List.copyOf(statements);
    }

    @Test
    void takesOneStatementForEachQuestionWhileSomethingChangesBetweenAllOfThem() {
        Sql own = lookups.connected("test", 1);
        List<String> states = new ArrayList<>();
        KeptFinds<String, Integer> fresh = new KeptFinds<>(() -> {
            states.add("asked");
            return own.one(KeptFinds.NOW, row -> row.text("state"));
        }, own, this::find);
        for (int value = 10; value < 20; value++) {
            assertThat(fresh.find(List.of("a"))).containsKey("a");
            sql.change("UPDATE counts SET value = ? WHERE name = 'a'", value);
            assertThat(fresh.find(List.of("a"))).isEqualTo(Map.of("a", value));
            sql.change("UPDATE counts SET value = ? WHERE name = 'b'", value);
        }
        assertThat(states).as("in vain").hasSize(1);
        assertThat(statements).hasSize(20);
    }

    /** Here too the server's own chores may come in between. */
    @Test
    void asksForTheStateAgainOnceNothingChanges() {
        assertThat(finds.find(List.of("a"))).isEqualTo(Map.of("a", 1));
        sql.change("UPDATE counts SET value = 3 WHERE name = 'b'");
        assertThat(finds.find(List.of("a"))).isEqualTo(Map.of("a", 1));

        assertThat(Stream.generate(this::readsFor).limit(1000)).contains(0);
    }

    private int readsFor() {
        statements.clear();
        finds.find(List.of("a"));
        return statements.size();
    }

    @Test
    void seesWhatWasAddedAndWhatWasTakenAway() {
        assertThat(finds.find(List.of("a", "c"))).isEqualTo(Map.of("a", 1));

        sql.change("DELETE FROM counts WHERE name = 'a'");
        sql.change("INSERT INTO counts VALUES ('c', 3)");

        assertThat(finds.find(List.of("a", "c"))).isEqualTo(Map.of("c", 3));
    }

    @Test
    void seesTheEndOfATransactionThatItHasSeenUnfinished() {
        transactions.writing(() -> {
            sql.change("UPDATE counts SET value = 7 WHERE name = 'a'");
            assertThat(elsewhere("a")).isEqualTo(Map.of("a", 1));
            assertThat(elsewhere("a")).isEqualTo(Map.of("a", 1));
        });

        assertThat(finds.find(List.of("a"))).isEqualTo(Map.of("a", 7));
    }

    @Test
    void seesWhatOfATransactionWasDoneBehindASavepoint() {
        transactions.writing(() -> {
            sql.change("SAVEPOINT here");
            sql.change("UPDATE counts SET value = 8 WHERE name = 'a'");
            sql.change("RELEASE SAVEPOINT here");
            assertThat(elsewhere("a")).isEqualTo(Map.of("a", 1));
        });

        assertThat(finds.find(List.of("a"))).isEqualTo(Map.of("a", 8));
    }

    /** Whoever was told that something has changed finds it changed, whatever else goes on. */
    @Test
    void isNeverBehindWhatWasAnswered() throws Exception {
        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            sql.change("INSERT INTO counts SELECT 'other ' || n, 0 FROM generate_series(0, 3) n");
            List<Future<?>> busy = new ArrayList<>();
            for (int writer = 0; writer < 4; writer++) {
                String name = "other " + writer;
                busy.add(others.submit(() -> IntStream.range(0, 150).forEach(
                        change -> sql.change("UPDATE counts SET value = value + 1 WHERE name = ?", name))));
            }
            for (int value = 10; value < 160; value++) {
                sql.change("UPDATE counts SET value = ? WHERE name = 'a'", value);
                assertThat(finds.find(List.of("a", "b"))).isEqualTo(Map.of("a", value, "b", 2));
                assertThat(finds.find(List.of("a", "b"))).isEqualTo(Map.of("a", value, "b", 2));
            }
            for (Future<?> writer : busy) {
                writer.get();
            }
        }
    }

    /** As the threads of look-ups do: outside of the caller's transaction. */
    private Map<String, Integer> elsewhere(String key) {
        try {
            return CompletableFuture.supplyAsync(() -> finds.find(List.of(key))).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private void find(Sql own, List<String> names, KeptFinds.Sighting<String, Integer> sighting) {
        statements.add(names);
        own.list(FIND, row -> sighting.add(row, row.text("name"), row.integer("value")),
                (Object) names.toArray(String[]::new));
    }
}
