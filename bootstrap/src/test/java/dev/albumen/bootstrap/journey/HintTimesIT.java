package dev.albumen.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.job.Job;
import dev.albumen.application.job.Jobs;
import dev.albumen.application.job.WakeUps;
import dev.albumen.application.shared.Transactions;
import dev.albumen.aws.job.LocalSqs;
import dev.albumen.bootstrap.InProcess;
import dev.albumen.bootstrap.database.DatabaseAccess;
import dev.albumen.domain.image.ImageId;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How long it takes from the commit of a job at a node that does none until one has it that only looks when it is told. */
@EnabledIfSystemProperty(named = "albumen.test.hints", matches = "[1-9][0-9]*", disabledReason = "measures, where it is told how many jobs")
class HintTimesIT {

    private static final Logger LOG = LoggerFactory.getLogger(HintTimesIT.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final List<String> CREDENTIALS = List.of("aws.accessKeyId", "aws.secretAccessKey");
    private static final String WAITING = "SELECT 1 FROM jobs WHERE task_name = 'process-image' AND NOT picked";
    private static final String THERE = "SELECT 1 FROM jobs WHERE task_name = 'process-image'";

    @TempDir
    Path home;

    @TempDir
    Path another;

    @Test
    void ofNotifications() throws Exception {
        measure(Map.of("ALBUMEN_JOBS_WAKEUP", "postgres"));
    }

    @Test
    void ofAQueue() throws Exception {
        CREDENTIALS.forEach(name -> System.setProperty(name, "local-" + name));
        try (LocalSqs sqs = LocalSqs.start()) {
            measure(Map.of("ALBUMEN_JOBS_WAKEUP", "sqs", "ALBUMEN_SQS_QUEUE_URL", sqs.newQueue().queueUrl().toString(),
                    "ALBUMEN_SQS_ENDPOINT", sqs.endpoint().toString()));
        } finally {
            CREDENTIALS.forEach(System::clearProperty);
        }
    }

    private void measure(Map<String, String> way) throws Exception {
        Map<String, String> both = new HashMap<>(way);
        both.put("ALBUMEN_JOBS_POLL", "10m");
        both.put("ALBUMEN_ROLES", "web");
        try (InProcess web = InProcess.start(home, both)) {
            both.put("ALBUMEN_ROLES", "worker");
            try (InProcess.Node _ = web.anotherNode(another, both); Connection database = connect(web.database());
                    PreparedStatement waiting = database.prepareStatement(WAITING); PreparedStatement there = database.prepareStatement(THERE)) {
                add(web.context());
                // Until a first one gets through, nobody may listen yet.
                awaitNone(there, () -> {
                    web.context().getBean(WakeUps.class).tell();
                    LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
                });
                long[] nanos = new long[Integer.getInteger("albumen.test.hints")];
                for (int round = 0; round < nanos.length; round++) {
                    add(web.context());
                    long committed = System.nanoTime();
                    awaitNone(waiting, () -> {});
                    nanos[round] = System.nanoTime() - committed;
                    awaitNone(there, () -> {});
                }
                long[] sorted = LongStream.of(nanos).sorted().toArray();
                LOG.info("{}: from the commit to the claim by another node, {} jobs: median {} ms, p99 {} ms, most {} ms", way.get("ALBUMEN_JOBS_WAKEUP"),
                        sorted.length, sorted[sorted.length / 2] / 1e6, sorted[sorted.length * 99 / 100] / 1e6, sorted[sorted.length - 1] / 1e6);
            }
        }
    }

    private static Connection connect(DatabaseAccess access) throws SQLException {
        return DriverManager.getConnection(access.url(), access.user(), access.password());
    }

    /** Of an image that is not there, so that it is over at once. */
    private static void add(ApplicationContext node) {
        node.getBean(Transactions.class).writing(() -> node.getBean(Jobs.class).enqueue(new Job.ProcessImage(new ImageId(UUID.randomUUID()))));
    }

    private static void awaitNone(PreparedStatement statement, Runnable meanwhile) throws SQLException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    return;
                }
            }
            assertThat(System.nanoTime()).as("deadline").isLessThan(end);
            meanwhile.run();
        }
    }
}
