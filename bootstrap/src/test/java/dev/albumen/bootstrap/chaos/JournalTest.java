package dev.albumen.bootstrap.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    private static final Call UPLOAD = new Call(1, 0, "ada", 1, Action.UPLOAD, "key-1", Map.of("sha256", "ab"), 1000);
    private static final Call LIST = new Call(2, 1, "ben", 0, Action.LIST, null, Map.of(), 1001);
    private static final Outcome CREATED = new Outcome(1, "201", Map.of("image", "i"), 1005);
    private static final Fault KILL = new Fault("kill-node", "node 1", 1006);

    @TempDir
    Path folder;

    @Test
    void readsWhatWasWritten() throws Exception {
        Path file = folder.resolve("journal");
        try (Journal journal = Journal.open(file)) {
            journal.before(UPLOAD);
            journal.before(LIST);
            journal.after(CREATED);
            journal.fault(KILL);
        }

        assertThat(Journal.read(file)).isEqualTo(List.of(
                new Recorded(UPLOAD, Optional.of(CREATED)), new Recorded(LIST, Optional.empty())));
        assertThat(Journal.faults(file)).containsExactly(KILL);
    }

    @Test
    void goesOnBehindWhatIsThereAndLeavesOutALineThatWasCut() throws Exception {
        Path file = folder.resolve("journal");
        try (Journal journal = Journal.open(file)) {
            journal.before(UPLOAD);
        }
        try (Journal journal = Journal.open(file)) {
            journal.after(CREATED);
        }
        Files.writeString(file, "{\"call\":{\"num", StandardOpenOption.APPEND);

        assertThat(Journal.read(file)).containsExactly(new Recorded(UPLOAD, Optional.of(CREATED)));
    }
}
