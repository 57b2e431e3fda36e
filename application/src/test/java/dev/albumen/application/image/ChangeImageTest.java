package dev.albumen.application.image;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.domain.album.Visibility;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Refusal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangeImageTest extends UseCaseTest {

    private final ChangeImage change =
            new ChangeImage(transactions, catalogue.images(), catalogue.imageViews(), audit, clock);

    @Test
    void changesWhatIsSaidAboutAnImage() {
        Image image = given(anImage());

        ImageView changed = change.handle(ADA, titling(image, Optional.of(1L)));

        assertThat(changed.image().title()).isEqualTo("Sky");
        assertThat(changed.image().version()).isEqualTo(2);
        assertThat(current(image)).contains(changed.image());
        assertThat(trail.actions()).containsExactly("image.change");
    }

    @Test
    void refusesAStaleVersion() {
        Image image = given(anImage());

        assertThat(refusedWithoutTrace(() -> change.handle(ADA, titling(image, Optional.of(2L))))).isEqualTo(new Refusal.Stale());
    }

    @Test
    void hidesAnImageTheViewerCannotSeeAndRefusesOneThatIsOnlySeen() {
        Image image = given(anImage());
        assertHidden(() -> change.handle(EVE, titling(image, Optional.of(9L))));
        assertHidden(() -> change.handle(ADA, titling(anImage().build(), Optional.empty())));

        place(given(anAlbum().seenBy(Visibility.PUBLIC)), image);
        assertForbidden(() -> change.handle(EVE, titling(image, Optional.of(9L))));
    }

    @Test
    void waitsUntilTheImageIsOutOfTheTrash() {
        Image image = given(anImage().trashedAt(NOON));

        assertRefused("image-in-trash", () -> change.handle(ADA, titling(image, Optional.empty())));
    }

    private static ChangeImage.Command titling(Image image, Optional<Long> expected) {
        return new ChangeImage.Command(
                image.id(), new Image.Patch(Change.to("Sky"), Change.keep(), Change.keep(), Change.keep()), expected);
    }
}
