package dev.albumen.bootstrap.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A short run. {@code ./albumen chaos} makes long ones; docs/reliability.md says what came of them. */
class ChaosIT {

    private static final Options SHORT = new Options(Duration.ofSeconds(50), 4, 2, 8, Options.Storage.DISK);

    @Test
    @Timeout(1800)
    void keepsWhatWasPromisedWhateverDies(@TempDir Path folder) throws Exception {
        ChaosRun run = new ChaosRun(SHORT, folder, System.err);

        Result result = run.run();

        assertThat(result.verdict().clean()).as(result.table()).isTrue();
        assertThat(result.measures()).as("what came of unfinished uploads").containsEntry(Recovery.STAGED, 0L);
        List<Recorded> calls = Journal.read(run.journal());
        assertThat(result.verdict().acknowledged()).as(result.table()).isPositive();
        assertThat(calls).as("calls that died with a node").anyMatch(History::uncertain);
        assertThat(Journal.faults(run.journal())).extracting(Fault::kind).contains("kill-node", "kill-database", "cut-connections");
    }
}
