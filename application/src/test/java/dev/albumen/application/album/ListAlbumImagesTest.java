package dev.albumen.application.album;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.TALKATIVE;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static dev.albumen.domain.shared.People.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.ImageView;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.album.Visibility;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageMetadata;
import dev.albumen.domain.shared.Viewer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListAlbumImagesTest extends UseCaseTest {

    private final ListAlbumImages list = new ListAlbumImages(catalogue.albumViews());
    private Album album;
    private Image image;

    @BeforeEach
    void makeAlbum() {
        album = given(anAlbum().ownedBy(ADA).seenBy(Visibility.PUBLIC));
        image = given(anImage().ownedBy(ADA).named("home.jpg"));
        place(album, image);
    }

    @Test
    void tellsTheOwnerEverythingAndMembersAllButThePlace() {
        makeMember(album, BOB, AlbumRole.VIEWER);

        assertThat(only(ADA).metadata().gps()).isEqualTo(TALKATIVE.gps());
        assertThat(only(BOB).filename()).isEqualTo("home.jpg");
        assertThat(only(BOB).metadata().camera()).isEqualTo(TALKATIVE.camera());
        assertThat(only(BOB).metadata().gps()).isNull();
    }

    @Test
    void tellsStrangersNeitherNameNorPlace() {
        for (Viewer stranger : List.of(EVE, Viewer.ANONYMOUS)) {
            assertThat(only(stranger).filename()).doesNotContain("home");
            assertThat(only(stranger).metadata()).isEqualTo(ImageMetadata.NONE);
        }
    }

    @Test
    void keepsWhatIsNotReadyToItsOwner() {
        place(album, given(anImage().ownedBy(ADA).pending()), given(anImage().ownedBy(ADA).failed()),
                given(anImage().ownedBy(ADA).trashedAt(NOON)));

        assertThat(list(ADA)).hasSize(3);
        assertThat(list(EVE)).hasSize(1);
    }

    @Test
    void hidesAnAlbumTheViewerCannotSee() {
        Album closed = given(anAlbum().ownedBy(ADA));

        assertHidden(() -> list.handle(EVE, new ListAlbumImages.Query(closed.id(), null, PageRequest.first(10))));
    }

    private Image only(Viewer viewer) {
        assertThat(list(viewer)).hasSize(1);
        return list(viewer).getFirst();
    }

    private List<Image> list(Viewer viewer) {
        return list.handle(viewer, new ListAlbumImages.Query(album.id(), null, PageRequest.first(10))).items().stream()
                .map(ImageView::image).toList();
    }
}
