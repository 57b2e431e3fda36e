package dev.albumen.application.album;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static dev.albumen.domain.shared.People.EVE;
import static dev.albumen.domain.shared.People.LINK_HOLDER;
import static dev.albumen.domain.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.album.Visibility;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewAlbumTest extends UseCaseTest {

    private final ViewAlbum view = new ViewAlbum(catalogue.albumViews());
    private final ListAlbums list = new ListAlbums(catalogue.albumViews());
    private final BrowseCatalogue browse = new BrowseCatalogue(catalogue.albumViews());

    @Test
    void showsNotesToTheOwnerAlone() {
        Album album = given(anAlbum().ownedBy(ADA).noting("secret").seenBy(Visibility.PUBLIC));
        makeMember(album, BOB, AlbumRole.MANAGER);

        assertThat(notes(ADA, album)).isEqualTo("secret");
        for (Viewer other : List.of(BOB, EVE, Viewer.ANONYMOUS)) {
            assertThat(notes(other, album)).isEmpty();
            assertThat(browse.handle(other, new BrowseCatalogue.Query(null, PageRequest.first(10))).items())
                    .allMatch(one -> one.album().notes().isEmpty());
        }
        assertThat(listed(BOB)).filteredOn(one -> one.album().id().equals(album.id()))
                .hasSize(1).allMatch(one -> one.album().notes().isEmpty());
    }

    @Test
    void hidesAnAlbumTheViewerCannotSee() {
        Album album = given(anAlbum().ownedBy(ADA));

        for (Viewer stranger : List.of(EVE, Viewer.ANONYMOUS, LINK_HOLDER)) {
            assertHidden(() -> view.handle(stranger, new ViewAlbum.Query(album.id())));
        }
    }

    @Test
    void listsOwnAlbumsAndThoseOneIsAMemberOf() {
        Album shared = given(anAlbum().ownedBy(ADA));
        makeMember(shared, BOB, AlbumRole.VIEWER);
        given(anAlbum().ownedBy(ADA).seenBy(Visibility.PUBLIC));

        assertThat(listed(BOB)).extracting(one -> one.album().id()).containsExactlyInAnyOrder(
                shared.id(), catalogue.albums().master(BOB.userId()).orElseThrow().id());
        assertThat(refusalOf(() -> listed(Viewer.ANONYMOUS))).isInstanceOf(Refusal.Unauthenticated.class);
    }

    private String notes(Viewer viewer, Album album) {
        return view.handle(viewer, new ViewAlbum.Query(album.id())).album().notes();
    }

    private List<AlbumView> listed(Viewer viewer) {
        return list.handle(viewer, new ListAlbums.Query(
                new AlbumViews.Search(null, null, null, null, AlbumViews.Sort.CREATED_AT), PageRequest.first(10))).items();
    }
}
