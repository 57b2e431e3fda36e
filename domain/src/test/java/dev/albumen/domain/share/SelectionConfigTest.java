package dev.albumen.domain.share;

import static dev.albumen.domain.shared.Refusals.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.ShareId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SelectionConfigTest {

    private static final Instant NOW = ShareLinkBuilder.NOON;
    private static final SelectionConfig NONE = SelectionConfig.none(new ShareId(new UUID(0, 1)));

    private static SelectionConfig.Patch patch(Change<String> title, Change<Integer> limit, Change<Instant> deadline) {
        return new SelectionConfig.Patch(Change.to(true), title, limit, Change.keep(), Change.to(true), Change.keep(),
                Change.keep(), Change.keep(), deadline);
    }

    @Test
    void changesWhatIsSaidAndKeepsTheRest() {
        SelectionConfig changed = NONE.changed(patch(Change.to(" Best "), Change.to(5), Change.to(NOW.plusSeconds(9))), NOW);
        assertThat(changed).isEqualTo(new SelectionConfig(
                NONE.shareId(), true, "Best", 5, true, true, false, false, false, NOW.plusSeconds(9), NOW, 0));
        SelectionConfig later = changed.changed(patch(Change.clear(), Change.clear(), Change.keep()), NOW.plusSeconds(20));
        assertThat(later.title()).isNull();
        assertThat(later.most()).isEqualTo(SelectionConfig.MAX_LIMIT);
        assertThat(later.deadline()).as("over, and kept").isEqualTo(NOW.plusSeconds(9));
    }

    @Test
    void refusesWhatCannotBe() {
        assertThat(codeOf(() -> NONE.changed(patch(Change.keep(), Change.to(0), Change.keep()), NOW))).isEqualTo("out-of-range");
        assertThat(codeOf(() -> NONE.changed(patch(Change.keep(), Change.to(10_001), Change.keep()), NOW))).isEqualTo("out-of-range");
        assertThat(codeOf(() -> NONE.changed(patch(Change.keep(), Change.keep(), Change.to(NOW)), NOW))).isEqualTo("past");
        assertThat(codeOf(() -> NONE.changed(patch(Change.to("x".repeat(128)), Change.keep(), Change.keep()), NOW))).isEqualTo("too-long");
    }
}
