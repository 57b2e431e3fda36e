package dev.albumen.application.image;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static dev.albumen.domain.shared.People.EVE;
import static dev.albumen.domain.shared.People.LINK_HOLDER;
import static dev.albumen.domain.shared.People.ROOT;
import static dev.albumen.domain.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.album.Visibility;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewImageTest extends UseCaseTest {

    private final ViewImage view = new ViewImage(catalogue.imageViews());
    private final SearchImages search = new SearchImages(catalogue.imageViews(), catalogue.findingViews());
    private final ListTrash listTrash = new ListTrash(catalogue.imageViews());

    @Test
    void tellsTheOwnerEverything() {
        Image image = given(anImage().named("home.jpg"));

        assertThat(view(ADA, image)).isEqualTo(image);
        assertThat(view(ROOT, image)).isEqualTo(image);
    }

    @Test
    void tellsMembersAllButThePlace() {
        Image image = given(anImage().named("home.jpg"));
        Album album = given(anAlbum());
        place(album, image);
        makeMember(album, BOB, AlbumRole.VIEWER);

        Image seen = view(BOB, image);

        assertThat(seen.filename()).isEqualTo("home.jpg");
        assertThat(seen.metadata().gps()).isNull();
        assertThat(seen.metadata().raw()).isEmpty();
    }

    @Test
    void tellsStrangersNeitherNameNorMetadata() {
        Image image = given(anImage().named("home.jpg"));
        place(given(anAlbum().seenBy(Visibility.UNLISTED)), image);

        for (Viewer stranger : List.of(EVE, Viewer.ANONYMOUS)) {
            assertThat(view(stranger, image).toString()).doesNotContain("home", "59.9", "12345", "Nikon");
        }
    }

    @Test
    void hidesWhatTheViewerCannotSee() {
        Image alone = given(anImage());
        Image pending = given(anImage().pending());
        place(given(anAlbum().seenBy(Visibility.PUBLIC)), pending);

        for (Viewer stranger : List.of(EVE, Viewer.ANONYMOUS, LINK_HOLDER)) {
            assertHidden(() -> view(stranger, alone));
            assertHidden(() -> view(stranger, pending));
            assertHidden(() -> view(stranger, anImage().build()));
        }
    }

    @Test
    void findsTheViewersOwnAndTellsNoMoreOfOthers() {
        Image own = given(anImage().ownedBy(BOB));
        Image adas = given(anImage().named("home.jpg"));
        Album open = given(anAlbum().seenBy(Visibility.PUBLIC));
        place(open, adas);

        assertThat(found(ImageSearch.OWN)).containsExactly(own);
        List<Image> inAlbum = found(ImageSearch.in(open.id()));
        assertThat(inAlbum).hasSize(1);
        assertThat(inAlbum.toString()).doesNotContain("home", "59.9");
        assertThat(refusalOf(() -> search.handle(Viewer.ANONYMOUS, new SearchImages.Query(ImageSearch.OWN, PageRequest.first(5)))))
                .isInstanceOf(Refusal.Unauthenticated.class);
    }

    @Test
    void listsTheViewersTrashLastTrashedFirst() {
        Image first = given(anImage().trashedAt(NOON));
        Image last = given(anImage().trashedAt(NOON.plusSeconds(1)));
        given(anImage().ownedBy(EVE).trashedAt(NOON));

        assertThat(listTrash.handle(ADA, new ListTrash.Query(PageRequest.first(5))).items())
                .extracting(one -> one.image().id()).containsExactly(last.id(), first.id());
    }

    private Image view(Viewer viewer, Image image) {
        return view.handle(viewer, new ViewImage.Query(image.id())).image();
    }

    private List<Image> found(ImageSearch wanted) {
        return search.handle(BOB, new SearchImages.Query(wanted, PageRequest.first(5))).page().items().stream()
                .map(view -> view.image().metadata().raw().isEmpty() && view.image().ownerId().equals(BOB.userId())
                        ? current(view.image()).orElseThrow() : view.image()).toList();
    }
}
