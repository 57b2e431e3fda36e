package dev.albumen.application.tag;

import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.ChangeImage;
import dev.albumen.application.image.ImageView;
import dev.albumen.application.image.Outcome;
import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.tag.TagName;
import dev.albumen.domain.tag.TagSource;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EditImagesTest extends UseCaseTest {

    private static final TagName SEA = TagName.written("", "sea");
    private static final TagName LAKE = TagName.written("", "lake");
    private static final Image.Patch AT_NOON = new Image.Patch(Change.keep(), Change.to("At noon"), Change.keep(), Change.keep());

    private final EditImages edit = new EditImages(transactions,
            new ChangeImage(transactions, catalogue.images(), catalogue.imageViews(), audit, clock), catalogue.imageViews(),
            catalogue.tags(), audit, clock);

    @Test
    void changesEachAndTellsHowEachWent() {
        Image one = given(anImage());
        Image two = given(anImage());
        Image bobs = given(anImage().ownedBy(BOB));
        transactions.writing(() -> catalogue.tags().tag(ADA.userId(), two.id(), List.of(LAKE), TagSource.USER));

        List<Outcome> outcomes = edit.handle(ADA, new EditImages.Command(
                List.of(one.id(), bobs.id(), two.id()), AT_NOON, List.of(SEA), List.of(LAKE)));

        assertThat(outcomes).containsExactly(new Outcome(one.id(), null), new Outcome(bobs.id(), new Refusal.NotFound()),
                new Outcome(two.id(), null));
        assertThat(current(one).orElseThrow().description()).isEqualTo("At noon");
        assertThat(tags(one)).containsExactly("sea");
        assertThat(tags(two)).containsExactly("sea");
        assertThat(current(bobs)).contains(bobs);
        assertThat(trail.actions()).containsExactly("image.change", "image.tag", "image.change", "image.untag", "image.tag");
    }

    @Test
    void leavesAnImageAsItWasWhereAPartCannotBe() {
        Image full = given(anImage());
        transactions.writing(() -> catalogue.tags().tag(ADA.userId(), full.id(),
                IntStream.range(0, Tags.MAX_PER_IMAGE).mapToObj(n -> TagName.written("", "tag " + n)).toList(), TagSource.USER));

        List<Outcome> outcomes = edit.handle(ADA, new EditImages.Command(List.of(full.id()), AT_NOON, List.of(SEA), List.of()));

        assertThat(outcomes.getFirst().refusal()).isInstanceOf(Refusal.Conflict.class);
        assertThat(current(full).orElseThrow().description()).isEmpty();
    }

    @Test
    void refusesTooManyAndNothing() {
        ImageId id = given(anImage()).id();

        assertRefused("batch-size", () -> new EditImages.Command(List.of(), AT_NOON, List.of(), List.of()));
        assertRefused("batch-size", () -> new EditImages.Command(Collections.nCopies(501, id), AT_NOON, List.of(), List.of()));
        assertRefused("nothing-to-do", () -> new EditImages.Command(List.of(id), null, List.of(), List.of()));
        assertRefused("too-many", () -> new EditImages.Command(List.of(id), null, Collections.nCopies(51, SEA), List.of()));
    }

    @Test
    void isForMembersAlone() {
        ImageId id = given(anImage()).id();

        assertThat(refusedWithoutTrace(() -> edit.handle(Viewer.ANONYMOUS,
                new EditImages.Command(List.of(id), AT_NOON, List.of(), List.of()))))
                .isInstanceOf(Refusal.Unauthenticated.class);
    }

    private List<String> tags(Image image) {
        return catalogue.imageViews().find(ADA, image.id()).orElseThrow().tags().stream().map(ImageView.Tag::name).toList();
    }
}
