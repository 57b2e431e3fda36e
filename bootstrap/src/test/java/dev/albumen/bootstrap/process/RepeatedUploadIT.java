package dev.albumen.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.Pictures;
import dev.albumen.bootstrap.database.DatabaseAccess;
import dev.albumen.bootstrap.database.EmbeddedDatabase;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One upload that many repeat under one key, while the process is killed in their midst, happens once. */
class RepeatedUploadIT {

    private static final int KILLS = 2;
    private static final int SENDERS = 200;
    private static final Duration DEADLINE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(50);
    /** A key in use, too many at once, and a database that is yet to come back: all say when to come again. */
    private static final Set<Integer> TRY_AGAIN = Set.of(409, 429, 503);

    /** Whoever runs now. */
    private volatile Client ada;

    @TempDir
    Path home;

    @Test
    void makesOneImageOneChargeAndOneEntryOfTwoHundredUploadsThroughKills() throws Exception {
        AlbumenProcess albumen = AlbumenProcess.start(home, Map.of());
        try {
            ada = Client.of(albumen.awaitReady()).register("ada");
            long stored = 0;
            for (int kill = 1; kill <= KILLS; kill++) {
                byte[] picture = Pictures.jpeg(60 + kill, 40, kill);
                stored += picture.length;
                try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
                    CountDownLatch sending = new CountDownLatch(SENDERS / 10);
                    List<Future<Answer>> answers = startSending(senders, picture, "upload-" + kill, sending);
                    sending.await();
                    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(Duration.ofMillis(400).toNanos()));
                    albumen.kill(); // its database lives on, with whatever connections had begun
                    albumen = AlbumenProcess.start(home, Map.of());
                    ada = Client.of(albumen.awaitReady()).signIn("ada", Client.PASSWORD);
                    requireOneAnswer(answers);
                }
                requireOneOfEach(kill, stored);
            }
        } finally {
            albumen.close();
        }
    }

    private List<Future<Answer>> startSending(ExecutorService senders, byte[] picture, String key, CountDownLatch sending) {
        return IntStream.range(0, SENDERS).mapToObj(i -> senders.submit(() -> sentUntilAnswered(picture, key, sending))).toList();
    }

    private Answer sentUntilAnswered(byte[] picture, String key, CountDownLatch sending) {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (System.nanoTime() < end) {
            Client now = ada;
            sending.countDown();
            try {
                Answer answer = now.with("Idempotency-Key", key).upload("photo.jpg", picture);
                if (!TRY_AGAIN.contains(answer.status())) {
                    return answer;
                }
                assertThat(answer.header("Retry-After")).as(answer.text()).isNotEmpty();
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(PAUSE.toNanos()));
            } catch (UncheckedIOException killed) {
                while (ada == now && System.nanoTime() < end) {
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
            }
        }
        throw new AssertionError("not answered within " + DEADLINE);
    }

    private static void requireOneAnswer(List<Future<Answer>> answers) throws Exception {
        Answer first = answers.getFirst().get().expect(201);
        int fresh = 0;
        for (Future<Answer> future : answers) {
            Answer answer = future.get().expect(201);
            assertThat(answer.text()).isEqualTo(first.text());
            assertThat(answer.header("Location")).isEqualTo(first.header("Location")).isNotEmpty();
            fresh += answer.header("Idempotency-Replayed").isEmpty() ? 1 : 0;
        }
        assertThat(fresh).as("answers that were no replays").isLessThanOrEqualTo(1);
    }

    private void requireOneOfEach(int images, long stored) throws SQLException {
        assertThat(ada.get("images?limit=200").expect(200).items("id")).hasSize(images);
        assertThat(ada.get("users/me/usage").expect(200).at("usedBytes")).isEqualTo(Long.toString(stored));
        assertThat(number("SELECT count(*) FROM audit_events WHERE action = 'image.upload'")).isEqualTo(images);
        assertThat(number("SELECT count(*) FROM replays")).isEqualTo(images);
    }

    private long number(String query) throws SQLException {
        DatabaseAccess access = EmbeddedDatabase.runningIn(home.resolve("postgres")).orElseThrow().access();
        try (Connection connection = DriverManager.getConnection(access.url(), access.user(), access.password());
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            found.next();
            return found.getLong(1);
        }
    }
}
