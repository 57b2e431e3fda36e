package dev.albumen.bootstrap.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.albumen.application.image.Pictures;
import dev.albumen.bootstrap.database.DatabaseAccess;
import dev.albumen.bootstrap.database.EmbeddedDatabase;
import dev.albumen.bootstrap.process.AlbumenProcess;
import dev.albumen.bootstrap.process.Answer;
import dev.albumen.bootstrap.process.Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A real process under attack, whose database and files are looked at from behind. */
final class Target implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern ENDED =
            Pattern.compile("(?m)^albumen_imaging_workers_ended_total\\{.*reason=\"(\\w+)\".*} ([1-9]\\S*)$");
    private final AlbumenProcess albumen;
    private final Path home;
    final Client anyone;
    final Client mallory;

    Target(Path home) {
        this(home, Map.of());
    }

    Target(Path home, Map<String, String> settings) {
        this.home = home;
        albumen = AlbumenProcess.start(home, settings);
        anyone = Client.of(albumen.awaitReady());
        mallory = anyone.register("mallory");
    }

    /** A problem that says what is wrong and nothing about the inside. */
    static Answer assertRefused(Answer answer) {
        assertThat(answer.status()).as(answer.request() + ": " + answer.text()).isBetween(400, 499);
        assertThat(answer.header("Content-Type")).as(answer.request()).startsWith("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(answer.status());
        assertThat(List.of(answer.at("type"), answer.at("title"), answer.at("code"), answer.at("traceId"))).doesNotContain("");
        assertThat(answer.text()).doesNotContain("Exception", "dev.albumen", "java.", "SELECT", "INSERT", "io.micronaut");
        return answer;
    }

    /** What is kept of images: rows, blobs, files in the making. */
    record Kept(long rows, List<String> files) {}

    /** What is kept once all that was taken before has been worked on, so that a picture of another test changes nothing. */
    Kept settled() {
        assertThat(comes(() -> rows("SELECT count(*) FROM images WHERE status = 'pending'") == 0 && files("staging").findAny().isEmpty()))
                .as("all is worked on within " + PATIENCE).isTrue();
        return kept();
    }

    private Kept kept() {
        return new Kept(rows("SELECT count(*) FROM images"), Stream.concat(files("blobs"), files("staging")).sorted().toList());
    }

    private long rows(String counting) {
        DatabaseAccess access = EmbeddedDatabase.runningIn(home.resolve("postgres")).orElseThrow().access();
        try (Connection connection = DriverManager.getConnection(access.url(), access.user(), access.password());
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery(counting)) {
            count.next();
            return count.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private Stream<String> files(String folder) {
        try (Stream<Path> files = Files.walk(home.resolve(folder))) {
            return files.filter(Files::isRegularFile).map(Path::toString).toList().stream();
        } catch (IOException | UncheckedIOException e) {
            return Stream.empty();
        }
    }

    /** What was in the making when the answer came may take a moment to go. */
    void assertKept(Kept before) {
        comes(() -> kept().equals(before));
        assertThat(kept()).isEqualTo(before);
    }

    /** Waits for it, and says whether it came. */
    private static boolean comes(BooleanSupplier reached) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        return true;
    }

    /**
     * The most memory that the service's process has held so far; that of workers and children does not count. Skips the
     * test where the system does not tell.
     */
    long peakBytesOrSkip() {
        Path status = Path.of("/proc", Long.toString(albumen.pid()), "status");
        assumeTrue(Files.isReadable(status), "this system does not tell how much memory a process holds");
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many, by reason. */
    Map<String, String> workersEnded() {
        String metrics = anyone.get("/prometheus").expect(200).text();
        return ENDED.matcher(metrics).results().collect(Collectors.toMap(line -> line.group(1), line -> line.group(2)));
    }

    void assertTakesAGoodPicture() {
        String id = mallory.upload("good.jpg", Pictures.jpeg(90, 60, 4711)).expect(201).at("id");
        assertThat(mallory.settled(id).path("status").asText()).isEqualTo("ready");
        mallory.get("images/" + id + "/thumbnail").expect(200);
    }

    void assertNoErrorLogged() {
        assertThat(albumen.errors()).doesNotContain(" ERROR ", "OutOfMemory");
    }

    @Override
    public void close() {
        albumen.close();
    }
}
