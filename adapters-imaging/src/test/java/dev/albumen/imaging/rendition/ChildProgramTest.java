package dev.albumen.imaging.rendition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ChildProgramTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @Test
    void handsOverArgumentsAsTheyAre() throws IOException {
        String odd = "a b $(touch pwned) \"quoted\" ; 'x'";

        assertThat(sh("printf %s \"$1\"", "sh", odd).output()).isEqualTo(odd);

        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    @Timeout(45)
    void endsAProgramThatTakesTooLong() {
        ChildProgram.Outcome outcome = new ChildProgram(Path.of("/bin/sh"))
                .run(folder, Duration.ofMillis(300), List.of("-c", "echo begun; exec sleep 60"));

        assertThat(outcome.inTime()).isFalse();
        assertThat(outcome.succeeded()).isFalse();
    }

    @Test
    void saysHowAProgramEnded() {
        ChildProgram.Outcome outcome = sh("echo why >&2; exit 3");

        assertThat(outcome.succeeded()).isFalse();
        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.errors()).isEqualTo("why\n");
    }

    @Test
    void keepsOnlyTheBeginningOfWhatIsSaid() {
        assertThat(sh("yes | head -c 100000").output()).hasSize(8192);
    }

    @Test
    void handsOverNoneOfOurEnvironment() {
        assertThat(System.getenv()).containsKey("HOME");
        assertThat(sh("echo \"[$HOME]\"").output()).isEqualTo("[]\n");
    }

    @Test
    void givesNoInput() {
        assertThat(sh("cat | wc -c").output().strip()).isEqualTo("0");
    }

    private ChildProgram.Outcome sh(String script, String... arguments) {
        return new ChildProgram(Path.of("/bin/sh")).run(folder, LIMIT, Stream.concat(Stream.of("-c", script), Stream.of(arguments)).toList());
    }
}
