package dev.albumen.application.selection;

import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static dev.albumen.domain.shared.People.ROOT;
import static dev.albumen.domain.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.share.SelectionConfig;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangeSelectionConfigTest extends SelectionUseCaseTest {

    private final ChangeSelectionConfig change =
            new ChangeSelectionConfig(transactions, managed, catalogue.selectionConfigs(), audit, clock);
    private final ViewSelectionConfig view = new ViewSelectionConfig(transactions, managed, catalogue.selectionConfigs());

    private SelectionConfig change(Viewer viewer, int limit, Optional<Long> expected) {
        return change.handle(viewer, new ChangeSelectionConfig.Command(link.id(), new SelectionConfig.Patch(Change.keep(),
                Change.keep(), Change.to(limit), Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.keep(),
                Change.keep()), expected));
    }

    @Test
    void changesHowClientsChoose() {
        SelectionConfig changed = change(ADA, 7, Optional.of(1L));

        assertThat(changed.limit()).isEqualTo(7);
        assertThat(changed.enabled()).as("kept").isTrue();
        assertThat(view.handle(ROOT, new ViewSelectionConfig.Query(link.id()))).isEqualTo(changed);
        assertThat(actions()).containsExactly("selection.configure");
    }

    @Test
    void refusesAChangeOfAnotherVersion() {
        assertThat(refusalOf(() -> change(ADA, 7, Optional.of(0L)))).isEqualTo(new Refusal.Stale());
    }

    @Test
    void isForThoseWhoManageTheLink() {
        assertHidden(() -> change(BOB, 7, Optional.empty()));
        assertHidden(() -> view.handle(BOB, new ViewSelectionConfig.Query(link.id())));
    }
}
