package dev.albumen.application.album;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static dev.albumen.domain.shared.People.EVE;
import static dev.albumen.domain.shared.People.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.album.Visibility;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangeAlbumTest extends UseCaseTest {

    private static final Change<String> SKY = Change.to("Sky");

    private final ChangeAlbum change = new ChangeAlbum(transactions, catalogue.albums(), catalogue.albumMembers(),
            catalogue.albumTree(), catalogue.albumImages(), catalogue.albumFilling(), catalogue.albumViews(), audit, clock);
    private Album album;

    @BeforeEach
    void makeAlbum() {
        album = given(anAlbum().ownedBy(ADA).titled("Sea").noting("secret"));
    }

    @Test
    void renamesAndRaisesTheVersion() {
        AlbumView changed = change.handle(ADA, renaming(Optional.of(1L)));

        assertThat(changed.album().title()).isEqualTo("Sky");
        assertThat(changed.album().version()).isEqualTo(2);
        assertThat(current(album)).contains(changed.album());
        assertThat(trail.actions()).containsExactly("album.change");
    }

    @Test
    void refusesAStaleVersion() {
        assertThat(refusedWithoutTrace(() -> change.handle(ADA, renaming(Optional.of(7L))))).isEqualTo(new Refusal.Stale());
    }

    @Test
    void hidesAnAlbumTheViewerCannotSee() {
        assertHidden(() -> change.handle(EVE, renaming(Optional.empty())));
        assertHidden(() -> change.handle(Viewer.ANONYMOUS, renaming(Optional.of(7L))));
        assertHidden(() -> change.handle(ADA, new ChangeAlbum.Command(anAlbum().build().id(), patch(SKY), Optional.empty())));
    }

    @Test
    void letsManagersChangeButNotContributors() {
        makeMember(album, BOB, AlbumRole.CONTRIBUTOR);
        assertForbidden(() -> change.handle(BOB, renaming(Optional.empty())));

        makeMember(album, BOB, AlbumRole.MANAGER);
        assertThat(change.handle(BOB, renaming(Optional.empty())).album().title()).isEqualTo("Sky");
    }

    @Test
    void leavesItToTheOwnerWhoMaySeeTheAlbum() {
        makeMember(album, BOB, AlbumRole.MANAGER);

        assertForbidden(() -> change.handle(BOB, showing(Visibility.PUBLIC)));
        assertThat(change.handle(BOB, showing(Visibility.PRIVATE)).album().visibility()).as("no change").isEqualTo(Visibility.PRIVATE);
        assertThat(change.handle(ADA, showing(Visibility.PUBLIC)).album().visibility()).isEqualTo(Visibility.PUBLIC);
        assertForbidden(() -> change.handle(BOB, showing(Visibility.PRIVATE)));
    }

    @Test
    void keepsTheNotesFromManagers() {
        makeMember(album, BOB, AlbumRole.MANAGER);

        assertThat(change.handle(BOB, renaming(Optional.empty())).album().notes()).isEmpty();
        assertForbidden(() -> change.handle(BOB, new ChangeAlbum.Command(album.id(), new Album.Patch(Change.keep(),
                Change.keep(), Change.clear(), Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.keep()),
                Optional.empty())));
        assertThat(current(album).orElseThrow().notes()).isEqualTo("secret");
    }

    @Test
    void leavesTheMarkToItsOwner() {
        makeMember(album, BOB, AlbumRole.MANAGER);

        assertForbidden(() -> change.handle(BOB, marking(true)));
        assertThat(change.handle(ADA, marking(true)).album().watermark()).isTrue();
        assertForbidden(() -> change.handle(BOB, marking(false)));
        assertThat(change.handle(BOB, marking(true)).album().watermark()).as("no change").isTrue();
    }

    @Test
    void takesACoverOutOfTheAlbumAlone() {
        Image inside = given(anImage());
        Image outside = given(anImage());
        place(album, inside);

        assertThat(change.handle(ADA, covering(inside)).album().coverImageId()).isEqualTo(inside.id());
        assertRefused("not-in-album", () -> change.handle(ADA, covering(outside)));
    }

    @Test
    void keepsAMasterAlbumPrivate() {
        Album master = catalogue.albums().master(ADA.userId()).orElseThrow();

        assertRefused("master-album-private", () -> change.handle(ADA, new ChangeAlbum.Command(master.id(),
                new Album.Patch(Change.keep(), Change.keep(), Change.keep(), Change.to(Visibility.PUBLIC), Change.keep(),
                        Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.keep()), Optional.empty())));
    }

    @Test
    void putsItIntoAnotherAlbumAndTakesItOutAgain() {
        Album holder = given(anAlbum().ownedBy(ADA));

        assertThat(change.handle(ADA, placing(album, Change.to(holder.id()))).album().parentId()).isEqualTo(holder.id());
        assertThat(catalogue.albumTree().path(album.id())).containsExactly(holder.id(), album.id());
        assertThat(change.handle(ADA, placing(album, Change.clear())).album().parentId()).isNull();
    }

    @Test
    void refusesPlacesThatCannotBe() {
        Album inner = given(anAlbum().ownedBy(ADA).in(album));
        Album bobs = given(anAlbum().ownedBy(BOB).seenBy(Visibility.PUBLIC));
        Album hidden = given(anAlbum().ownedBy(BOB));
        Album master = catalogue.albums().master(ADA.userId()).orElseThrow();

        assertRefused("album-in-itself", () -> change.handle(ADA, placing(album, Change.to(album.id()))));
        assertRefused("album-in-itself", () -> change.handle(ADA, placing(album, Change.to(inner.id()))));
        assertRefused("master-album-alone", () -> change.handle(ADA, placing(album, Change.to(master.id()))));
        assertRefused("master-album-alone", () -> change.handle(ADA, placing(master, Change.to(album.id()))));
        assertForbidden(() -> change.handle(ADA, placing(album, Change.to(bobs.id()))));
        assertRefused("album-of-another", () -> change.handle(ROOT, placing(album, Change.to(bobs.id()))));
        assertHidden(() -> change.handle(ADA, placing(album, Change.to(hidden.id()))));
    }

    @Test
    void lets8LevelsLieInEachOther() {
        Album deepest = album;
        for (int level = 2; level < Album.MAX_LEVELS; level++) {
            deepest = given(anAlbum().ownedBy(ADA).in(deepest));
        }
        Album two = given(anAlbum().ownedBy(ADA));
        Album one = given(anAlbum().ownedBy(ADA).in(two));
        AlbumId seventh = deepest.id();

        assertRefused("albums-too-deep", () -> change.handle(ADA, placing(two, Change.to(seventh))));
        assertThat(change.handle(ADA, placing(one, Change.to(seventh))).album().parentId()).isEqualTo(seventh);
    }

    @Test
    void leavesItsPlaceToItsOwner() {
        Album holder = given(anAlbum().ownedBy(ADA));
        makeMember(album, BOB, AlbumRole.MANAGER);
        makeMember(holder, BOB, AlbumRole.MANAGER);

        assertForbidden(() -> change.handle(BOB, placing(album, Change.to(holder.id()))));
    }

    private static ChangeAlbum.Command placing(Album moved, Change<AlbumId> parent) {
        return new ChangeAlbum.Command(moved.id(), new Album.Patch(Change.keep(), Change.keep(), Change.keep(), Change.keep(),
                Change.keep(), Change.keep(), Change.keep(), Change.keep(), parent, Change.keep()), Optional.empty());
    }

    private ChangeAlbum.Command renaming(Optional<Long> expected) {
        return new ChangeAlbum.Command(album.id(), patch(SKY), expected);
    }

    private ChangeAlbum.Command showing(Visibility visibility) {
        return new ChangeAlbum.Command(album.id(), new Album.Patch(Change.keep(), Change.keep(), Change.keep(),
                Change.to(visibility), Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.keep()), Optional.empty());
    }

    private ChangeAlbum.Command marking(boolean watermark) {
        return new ChangeAlbum.Command(album.id(), new Album.Patch(Change.keep(), Change.keep(), Change.keep(), Change.keep(),
                Change.keep(), Change.keep(), Change.keep(), Change.to(watermark), Change.keep(), Change.keep()), Optional.empty());
    }

    private ChangeAlbum.Command covering(Image image) {
        return new ChangeAlbum.Command(album.id(), new Album.Patch(Change.keep(), Change.keep(), Change.keep(), Change.keep(),
                Change.to(image.id()), Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.keep()), Optional.empty());
    }

    private static Album.Patch patch(Change<String> title) {
        return new Album.Patch(title, Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.keep(),
                Change.keep(), Change.keep(), Change.keep(), Change.keep());
    }
}
