package dev.albumen.application.social;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
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
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkFavoriteTest extends UseCaseTest {

    private final MarkFavorite mark =
            new MarkFavorite(transactions, catalogue.imageViews(), catalogue.favorites(), audit, clock);
    private final UnmarkFavorite unmark =
            new UnmarkFavorite(transactions, catalogue.imageViews(), catalogue.favorites(), audit, clock);
    private final ListFavorites list = new ListFavorites(catalogue.imageViews());

    @Test
    void marksAndUnmarksOnce() {
        Image image = given(anImage());

        mark.handle(ADA, new MarkFavorite.Command(image.id()));
        mark.handle(ADA, new MarkFavorite.Command(image.id()));
        assertThat(listed(ADA)).extracting(view -> view.image().id()).containsExactly(image.id());
        unmark.handle(ADA, new UnmarkFavorite.Command(image.id()));
        unmark.handle(ADA, new UnmarkFavorite.Command(image.id()));

        assertThat(listed(ADA)).isEmpty();
        assertThat(trail.actions()).containsExactly("image.favorite", "image.unfavorite");
    }

    @Test
    void takesWhateverTheViewerSeesAndTellsNoMoreOfIt() {
        Image image = given(anImage().named("home.jpg"));
        place(given(anAlbum().seenBy(Visibility.PUBLIC)), image);

        mark.handle(EVE, new MarkFavorite.Command(image.id()));

        assertThat(listed(EVE)).hasSize(1);
        assertThat(listed(EVE).toString()).doesNotContain("home", "59.9");
    }

    @Test
    void losesWhatTheViewerNoLongerSees() {
        Image image = given(anImage());
        Album album = given(anAlbum());
        place(album, image);
        makeMember(album, BOB, AlbumRole.VIEWER);
        mark.handle(BOB, new MarkFavorite.Command(image.id()));

        transactions.writing(() -> catalogue.albumMembers().remove(album.id(), BOB.userId()));

        assertThat(listed(BOB)).isEmpty();
    }

    @Test
    void hidesWhatTheViewerCannotSee() {
        Image image = given(anImage());

        assertHidden(() -> mark.handle(EVE, new MarkFavorite.Command(image.id())));
        assertHidden(() -> unmark.handle(EVE, new UnmarkFavorite.Command(image.id())));
        assertThat(refusedWithoutTrace(() -> mark.handle(Viewer.ANONYMOUS, new MarkFavorite.Command(image.id()))))
                .isInstanceOf(Refusal.Unauthenticated.class);
    }

    private List<ImageView> listed(Viewer viewer) {
        return list.handle(viewer, new ListFavorites.Query(PageRequest.first(5))).items();
    }
}
