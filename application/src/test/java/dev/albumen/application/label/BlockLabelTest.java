package dev.albumen.application.label;

import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static dev.albumen.domain.shared.People.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.label.LabelState;
import dev.albumen.domain.shared.Viewer;
import org.junit.jupiter.api.Test;

class BlockLabelTest extends LabelTest {

    private final BlockLabel block = new BlockLabel(transactions, catalogue.blockedLabels(), audit, clock);
    private final UnblockLabel unblock = new UnblockLabel(transactions, catalogue.blockedLabels(), audit, clock);
    private final ListBlockedLabels list = new ListBlockedLabels(catalogue.blockedLabels());

    @Test
    void keepsAUsersPicturesFreeOfANameWhateverRuns() {
        Image adas = given(anImage().ownedBy(ADA));
        Image bobs = given(anImage().ownedBy(BOB));
        labeling.label(adas.id(), lease, sheet -> true);

        block(ADA, LabelScope.OWN);
        block(ADA, LabelScope.OWN);
        labeling.label(adas.id(), lease, sheet -> true);
        labeling.label(bobs.id(), lease, sheet -> true);

        assertThat(states(adas)).isEmpty();
        assertThat(states(bobs)).containsEntry(SEA, LabelState.SUGGESTED);
        assertThat(trail.actions()).containsExactly("label.block");
        assertThat(list(ADA, LabelScope.OWN)).isOne();
        assertThat(list(BOB, LabelScope.OWN)).isZero();
    }

    @Test
    void keepsEverybodysPicturesFreeOfANameForAdmins() {
        Image bobs = given(anImage().ownedBy(BOB));
        block(ROOT, LabelScope.INSTANCE);

        labeling.label(bobs.id(), lease, sheet -> true);

        assertThat(states(bobs)).isEmpty();
        assertThat(list(ROOT, LabelScope.INSTANCE)).isOne();
    }

    @Test
    void letsANameReturnWithTheNextLabelling() {
        Image image = given(anImage().ownedBy(ADA));
        block(ADA, LabelScope.OWN);
        unblock.handle(ADA, new UnblockLabel.Command(LabelScope.OWN, SEA));
        unblock.handle(ADA, new UnblockLabel.Command(LabelScope.OWN, SEA));

        labeling.label(image.id(), lease, sheet -> true);

        assertThat(states(image)).containsEntry(SEA, LabelState.SUGGESTED);
        assertThat(trail.actions()).containsExactly("label.block", "label.unblock");
    }

    @Test
    void leavesTheInstancesNamesToAdmins() {
        assertForbidden(() -> block(ADA, LabelScope.INSTANCE));
        assertForbidden(() -> unblock.handle(ADA, new UnblockLabel.Command(LabelScope.INSTANCE, SEA)));
        assertForbidden(() -> list(ADA, LabelScope.INSTANCE));
    }

    private void block(Viewer viewer, LabelScope scope) {
        block.handle(viewer, new BlockLabel.Command(scope, SEA));
    }

    private int list(Viewer viewer, LabelScope scope) {
        return list.handle(viewer, new ListBlockedLabels.Query(scope, PageRequest.first(9))).items().size();
    }
}
