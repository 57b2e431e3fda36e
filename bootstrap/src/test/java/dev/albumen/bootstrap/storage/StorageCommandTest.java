package dev.albumen.bootstrap.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What the command refuses before it asks for a database. */
class StorageCommandTest {

    private static final String NEXT = "ALBUMEN_S3_BUCKET: the settings name no bucket";

    private final StringWriter errors = new StringWriter();

    private int migrate(String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "migrate";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return new CommandLine(new StorageCommand()).setErr(new PrintWriter(errors, true)).execute(arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"721h", "1000h", "43201m", "2592001s", "9999999h", "99999999999h", "-1s", "1d", "", "01h"})
    void refusesToKeepBlobsLongerThanMovesMay(String time) {
        assertThat(migrate("--to", "s3", "--keep=" + time)).isEqualTo(2);
        assertThat(errors.toString()).startsWith("--keep: ").contains("720h at most").doesNotContain(NEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "1h", "720h", "43200m", "2592000s"})
    void takesTimesUpToTheLongest(String time) {
        assertThat(migrate("--to", "s3", "--keep", time)).isEqualTo(2);
        assertThat(errors.toString()).startsWith(NEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "10001"})
    void refusesRatesThatNoMoveHas(String rate) {
        assertThat(migrate("--to", "s3", "--rate=" + rate)).isEqualTo(2);
        assertThat(errors.toString()).startsWith("--rate: 1 to 10000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "10000"})
    void takesTheLowestRateAndTheHighest(String rate) {
        assertThat(migrate("--to", "s3", "--rate", rate)).isEqualTo(2);
        assertThat(errors.toString()).startsWith(NEXT);
    }

    @Test
    void refusesPlacesThatThereAreNot() {
        assertThat(migrate("--to", "tape")).isEqualTo(2);
        assertThat(errors.toString()).startsWith("--to: s3 or disk");
        assertThat(migrate()).as("none").isEqualTo(2);
        assertThat(errors.toString()).contains("--to=PLACE").doesNotContain(NEXT);
    }
}
