package dev.albumen.application.album;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.album.AlbumSort;
import dev.albumen.domain.album.Visibility;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.search.SavedSearch;
import dev.albumen.domain.search.SavedSearchId;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Viewer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Albums that hold what saved searches find. */
class FillAlbumsTest extends UseCaseTest {

    private final AlbumFilling filling = catalogue.albumFilling();
    private final CreateAlbum create = new CreateAlbum(transactions, catalogue.albums(), catalogue.albumMembers(), catalogue.albumTree(),
            filling, audit, ids, clock);
    private final ChangeAlbum change = new ChangeAlbum(transactions, catalogue.albums(), catalogue.albumMembers(),
            catalogue.albumTree(), catalogue.albumImages(), filling, catalogue.albumViews(), audit, clock);
    private final AddToAlbum add = new AddToAlbum(transactions, catalogue.albums(), catalogue.albumMembers(), catalogue.albumImages(),
            catalogue.imageViews(), audit, clock);
    private final FillAlbums fill = new FillAlbums(transactions, catalogue.searchedAlbums(), catalogue.albums(), catalogue.albumImages(),
            filling, clock);
    private SavedSearch search;
    private Image sea;

    @BeforeEach
    void saveSearch() {
        search = saved(ADA, "title:sea");
        sea = given(anImage().ownedBy(ADA).titled("sea"));
        given(anImage().ownedBy(ADA).titled("sky"));
        given(anImage().ownedBy(BOB).titled("sea"));
    }

    private SavedSearch saved(Viewer.Member owner, String text) {
        SavedSearch made = SavedSearch.drafted(new SavedSearchId(UUID.randomUUID()), owner.userId(), new SavedSearch.Draft(text, text, null), NOON);
        transactions.writing(() -> catalogue.savedSearches().add(made));
        return made;
    }

    @Test
    void beginWithWhatTheSearchFindsOfTheOwnersImages() {
        AlbumView made = create.handle(ADA, of(search));

        assertThat(made.imageCount()).isOne();
        assertThat(held(made.album())).containsExactly(sea.id());
    }

    @Test
    void followChanges() {
        Album album = create.handle(ADA, of(search)).album();
        Image another = given(anImage().ownedBy(ADA).titled("the sea"));
        transactions.writing(() -> catalogue.savedSearches().save(search.changed(
                new SavedSearch.Patch(Change.keep(), Change.to("title:the"), Change.keep()), NOON)));

        fill.handle(Viewer.WORKER, new FillAlbums.Command());

        assertThat(held(album)).containsExactly(another.id());
        assertThat(fill.handle(Viewer.WORKER, new FillAlbums.Command())).isZero();
        assertThat(trail.actions()).containsExactly("album.create");
    }

    @Test
    void takeNothingByHand() {
        Album album = create.handle(ADA, of(search)).album();
        makeMember(album, BOB, AlbumRole.CONTRIBUTOR);

        for (Viewer.Member one : List.of(ADA, BOB)) {
            assertRefused("album-filled-by-search", () -> add.handle(one, new AddToAlbum.Command(album.id(), List.of(sea.id()))));
        }
    }

    @Test
    void becomeOrdinaryWithWhatTheyHold() {
        Album album = create.handle(ADA, of(search)).album();

        change.handle(ADA, searching(album, Change.clear()));

        assertThat(held(album)).containsExactly(sea.id());
        add.handle(ADA, new AddToAlbum.Command(album.id(), List.of(sea.id())));
    }

    @Test
    void dropWhatWasPutInByHandWhenTheyGetASearch() {
        Album album = given(anAlbum().ownedBy(ADA));
        place(album, given(anImage().ownedBy(BOB).titled("sea")));

        assertThat(change.handle(ADA, searching(album, Change.to(search.id()))).imageCount()).isOne();

        assertThat(held(album)).containsExactly(sea.id());
    }

    @Test
    void takeOnlySearchesOfTheirOwnersThatLookAtNoAlbums() {
        assertRefused("unknown-search", () -> create.handle(BOB, of(search)));
        SavedSearch shared = saved(ADA, "is:shared");
        SavedSearch elsewhere = saved(ADA, "-album:sea");
        assertRefused("search-looks-at-albums", () -> create.handle(ADA, of(shared)));
        assertRefused("search-looks-at-albums", () -> create.handle(ADA, of(elsewhere)));
        Album album = given(anAlbum().ownedBy(ADA));
        makeMember(album, BOB, AlbumRole.MANAGER);
        SavedSearch bobs = saved(BOB, "title:sea");
        assertForbidden(() -> change.handle(BOB, searching(album, Change.to(bobs.id()))));
        assertForbidden(() -> change.handle(BOB, searching(album, Change.to(search.id()))));
    }

    @Test
    void areNoMoreThanAHundred() {
        Album one = create.handle(ADA, of(search)).album();
        for (int i = 1; i < AlbumFilling.MOST_ALBUMS; i++) {
            create.handle(ADA, of(search));
        }
        SavedSearch another = saved(ADA, "title:sky");

        assertRefused("too-many-searched-albums", () -> create.handle(ADA, of(search)));
        change.handle(ADA, searching(one, Change.to(another.id())));
        change.handle(ADA, searching(one, Change.clear()));
        create.handle(ADA, of(search));
    }

    private List<ImageId> held(Album album) {
        return transactions.read(() -> catalogue.albumImages().all(album.id()));
    }

    private static CreateAlbum.Command of(SavedSearch search) {
        return new CreateAlbum.Command(new Album.Draft(
                "Sea", null, null, Visibility.PRIVATE, AlbumSort.CREATED_AT_DESCENDING, null, false, null, search.id()));
    }

    private static ChangeAlbum.Command searching(Album album, Change<SavedSearchId> search) {
        return new ChangeAlbum.Command(album.id(), new Album.Patch(Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.keep(),
                Change.keep(), Change.keep(), Change.keep(), Change.keep(), search), Optional.empty());
    }
}
