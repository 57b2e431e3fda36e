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
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrashImageTest extends UseCaseTest {

    private final TrashImage trash = new TrashImage(transactions, catalogue.images(), catalogue.imageViews(), audit, clock);
    private final RestoreImage restore =
            new RestoreImage(transactions, catalogue.images(), catalogue.imageViews(), audit, clock);

    @Test
    void movesAnImageToTheTrashOnce() {
        Image image = given(anImage());

        trash(ADA, image);
        trash(ADA, image);

        assertThat(current(image).orElseThrow().trashedAt()).isEqualTo(clock.instant());
        assertThat(trail.actions()).containsExactly("image.trash");
        assertThat(used(ADA)).isEqualTo(image.byteSize());
    }

    @Test
    void takesItAwayFromEverybodyElse() {
        Image image = given(anImage());
        place(given(anAlbum().seenBy(Visibility.PUBLIC)), image);
        ViewImage view = new ViewImage(catalogue.imageViews());
        assertThat(view.handle(EVE, new ViewImage.Query(image.id()))).isNotNull();

        trash(ADA, image);

        assertHidden(() -> view.handle(EVE, new ViewImage.Query(image.id())));
        assertThat(view.handle(ADA, new ViewImage.Query(image.id())).image().trashed()).isTrue();
    }

    @Test
    void refusesAStaleVersionAndStrangers() {
        Image image = given(anImage());

        assertThat(refusedWithoutTrace(() -> trash.handle(ADA, new TrashImage.Command(image.id(), Optional.of(2L)))))
                .isEqualTo(new Refusal.Stale());
        assertHidden(() -> trash(EVE, image));
    }

    @Test
    void isUndoneByRestoring() {
        Image image = given(anImage());
        trash(ADA, image);

        ImageView restored = restore.handle(ADA, new RestoreImage.Command(image.id()));

        assertThat(restored.image().trashed()).isFalse();
        assertThat(current(image)).contains(restored.image());
        assertThat(trail.actions()).containsExactly("image.trash", "image.restore");
        assertRefused("image-not-in-trash", () -> restore.handle(ADA, new RestoreImage.Command(image.id())));
    }

    @Test
    void isNotUndoneByStrangers() {
        Image image = given(anImage().trashedAt(NOON));

        assertHidden(() -> restore.handle(EVE, new RestoreImage.Command(image.id())));
    }

    private void trash(Viewer viewer, Image image) {
        trash.handle(viewer, new TrashImage.Command(image.id(), Optional.empty()));
    }
}
