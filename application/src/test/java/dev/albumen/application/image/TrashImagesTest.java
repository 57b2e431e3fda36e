package dev.albumen.application.image;

import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrashImagesTest extends UseCaseTest {

    private final TrashImages trash = new TrashImages(
            new TrashImage(transactions, catalogue.images(), catalogue.imageViews(), audit, clock));

    @Test
    void movesEachOfTheViewersOwnAndTellsHowEachWent() {
        Image one = given(anImage());
        Image bobs = given(anImage().ownedBy(BOB));

        List<Outcome> outcomes = trash.handle(ADA, new TrashImages.Command(List.of(bobs.id(), one.id(), one.id())));

        assertThat(outcomes).containsExactly(
                new Outcome(bobs.id(), new Refusal.NotFound()), new Outcome(one.id(), null), new Outcome(one.id(), null));
        assertThat(current(one).orElseThrow().trashed()).isTrue();
        assertThat(current(bobs)).contains(bobs);
        assertThat(trail.actions()).containsExactly("image.trash");
    }

    @Test
    void isForMembersAlone() {
        Image one = given(anImage());

        assertThat(refusedWithoutTrace(() -> trash.handle(Viewer.ANONYMOUS, new TrashImages.Command(List.of(one.id())))))
                .isInstanceOf(Refusal.Unauthenticated.class);
    }
}
