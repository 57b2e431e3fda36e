package dev.albumen.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Starting, stopping and dying: one home, used the way an operator uses it. */
class RunIT {

    private static final Map<String, String> DEFAULTS = Map.of();

    @TempDir
    Path folder;

    @Test
    void startsOnAnEmptyHomeAndLeavesNoProcessBehind() {
        Path home = folder.resolve("new").resolve("home");
        try (AlbumenProcess albumen = AlbumenProcess.startUnprepared(home, DEFAULTS)) {
            URI address = albumen.awaitReady();
            ProcessHandle database = albumen.postmaster().orElseThrow();

            assertThat(albumen.output())
                    .startsWith("Albumen is ready at " + address)
                    .contains(address + "/docs")
                    .doesNotContain(AlbumenProcess.ADMIN_PASSWORD);

            albumen.terminate();

            assertThat(database.isAlive()).isFalse();
            assertThat(albumen.postmaster()).isEmpty();
            assertThat(albumen.errors()).doesNotContain("ERROR");
        }
    }

    @Test
    void printsTheSuperadminsPasswordOnTheFirstStartOnly() {
        PreparedHome.linkBinariesTo(folder);
        Map<String, String> noPassword = Map.of("ALBUMEN_ADMIN_PASSWORD", "");
        try (AlbumenProcess first = AlbumenProcess.startUnprepared(folder, noPassword)) {
            first.awaitReady();
            assertThat(first.output().lines()).hasSize(3).last().asString()
                    .matches("Sign in as \"admin\" with the password \\S{20,} \\(shown only now\\)");
            assertThat(first.errors()).doesNotContain("password");
            first.terminate();
        }
        try (AlbumenProcess second = AlbumenProcess.start(folder, noPassword)) {
            second.awaitReady();
            assertThat(second.output().lines()).hasSize(2);
        }
    }

    @Test
    void takesTheDatabaseOverThatAKilledProcessLeft() {
        ProcessHandle database;
        try (AlbumenProcess killed = AlbumenProcess.start(folder, DEFAULTS)) {
            killed.awaitReady();
            database = killed.postmaster().orElseThrow();
            killed.kill();
            assertThat(database.isAlive()).isTrue();

            try (AlbumenProcess next = AlbumenProcess.startUnprepared(folder, DEFAULTS)) {
                next.awaitReady();
                assertThat(next.postmaster()).contains(database);
                next.terminate();
            }
        }
        assertThat(database.isAlive()).isFalse();
    }

    @Test
    void startsAgainAfterServiceAndDatabaseWereKilled() {
        try (AlbumenProcess killed = AlbumenProcess.start(folder, DEFAULTS)) {
            killed.awaitReady();
            killed.kill();
            killed.killDatabase();
        }
        assertStarts();
    }

    @ParameterizedTest
    @ValueSource(strings = {"glob:**/postgres/data-*", "glob:**/postgres/cluster.properties"})
    void leavesNothingBehindWhereTheFirstStartIsInterrupted(String whenThere) {
        PreparedHome.linkBinariesTo(folder);
        try (AlbumenProcess interrupted = AlbumenProcess.startUnprepared(folder, DEFAULTS)) {
            awaitFile(whenThere);
            interrupted.terminate();

            assertThat(interrupted.postmaster()).isEmpty();
        }
        assertStarts();
    }

    @Test
    void trustsNoDatabaseThatAKilledFirstStartLeftHalfMade() {
        PreparedHome.linkBinariesTo(folder);
        try (AlbumenProcess killed = AlbumenProcess.startUnprepared(folder, DEFAULTS)) {
            awaitFile("glob:**/postgres/data-*/PG_VERSION");
            killed.kill();
        }
        assertStarts();
    }

    private void assertStarts() {
        try (AlbumenProcess next = AlbumenProcess.startUnprepared(folder, DEFAULTS)) {
            next.awaitReady();
        }
    }

    private void awaitFile(String pattern) {
        PathMatcher matcher = folder.getFileSystem().getPathMatcher(pattern);
        long deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (true) {
            try (Stream<Path> files = Files.walk(folder, 3)) {
                if (files.anyMatch(matcher::matches)) {
                    return;
                }
            } catch (IOException | UncheckedIOException e) {
                // Files come and go while we look.
            }
            assertThat(System.nanoTime()).isLessThan(deadline);
            // Short beside the making of a cluster, which would otherwise have to share its processor with us.
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }
}
