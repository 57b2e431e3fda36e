package dev.albumen.application.album;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.share.ShareLinkBuilder.aShareLink;
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
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransferAlbumTest extends UseCaseTest {

    private final TransferAlbum transfer = new TransferAlbum(transactions, catalogue.albums(), catalogue.albumMembers(),
            catalogue.albumGroups(), catalogue.albumTree(), catalogue.linksToAlbums(), catalogue.albumViews(), catalogue.users(), audit, clock);
    private Album album;
    private Album inner;

    @BeforeEach
    void makeAlbums() {
        album = given(anAlbum().ownedBy(ADA).seenBy(Visibility.PUBLIC).noting("Pays in June"));
        inner = given(anAlbum().ownedBy(ADA).in(album).seenBy(Visibility.UNLISTED));
        makeMember(album, BOB, AlbumRole.VIEWER);
        makeMember(inner, BOB, AlbumRole.MANAGER);
    }

    @Test
    void handsAnAlbumWithThoseInItToAMember() {
        AlbumView left = hand(ADA, BOB);

        for (Album one : List.of(album, inner)) {
            Album now = current(one).orElseThrow();
            assertThat(now.ownerId()).isEqualTo(BOB.userId());
            assertThat(now.notes()).isEmpty();
            assertThat(now.visibility()).isEqualTo(Visibility.PRIVATE);
            assertThat(catalogue.albumMembers().role(one.id(), ADA.userId())).contains(AlbumRole.MANAGER);
            assertThat(catalogue.albumMembers().role(one.id(), BOB.userId())).isEmpty();
        }
        assertThat(current(inner).orElseThrow().parentId()).isEqualTo(album.id());
        assertThat(left.role()).isEqualTo(AlbumRole.MANAGER);
        assertThat(trail.actions()).containsExactly("album.transfer");
        assertThat(trail.entries().getFirst().metadata())
                .containsEntry("from", ADA.userId().toString()).containsEntry("to", BOB.userId().toString());
    }

    @Test
    void leavesImagesToTheirOwners() {
        Image image = given(anImage().ownedBy(ADA));
        place(album, image);

        hand(ADA, BOB);

        assertThat(current(image).orElseThrow().ownerId()).isEqualTo(ADA.userId());
        assertThat(used(ADA)).isEqualTo(image.byteSize());
        assertThat(used(BOB)).isZero();
        assertThat(catalogue.albumImages().contains(album.id(), image.id())).isTrue();
    }

    @Test
    void endsLinksOnlyWhereThatIsAskedFor() {
        ShareLink link = given(aShareLink().ownedBy(ADA).to(inner));

        assertRefused("album-has-links", () -> hand(ADA, BOB));
        transfer.handle(ADA, new TransferAlbum.Command(album.id(), BOB.userId(), true, Optional.empty()));

        assertThat(catalogue.shareLinks().find(link.id())).isEmpty();
    }

    @Test
    void burdensNobodyWhoIsNoMember() {
        assertRefused("new-owner-no-member", () -> hand(ADA, EVE));
        assertRefused("new-owner-no-member", () -> hand(ADA, new UserId(new UUID(0, 404))));
        catalogue.users().save(catalogue.users().find(BOB.userId()).orElseThrow().closed(clock.instant()));
        assertRefused("new-owner-no-member", () -> hand(ADA, BOB));
        assertRefused("member-is-owner", () -> hand(ADA, ADA));
    }

    @Test
    void leavesTreesAndMasterAlbumsWithOneOwner() {
        assertRefused("album-in-album", () -> transfer.handle(ADA, command(inner, BOB.userId())));
        Album master = catalogue.albums().master(ADA.userId()).orElseThrow();
        assertRefused("master-album-stays", () -> transfer.handle(ADA, command(master, BOB.userId())));
    }

    @Test
    void isForOwnersAndAdmins() {
        makeMember(album, EVE, AlbumRole.MANAGER);
        assertForbidden(() -> hand(EVE, BOB));
        assertForbidden(() -> hand(BOB, BOB));
        Album closed = given(anAlbum().ownedBy(ADA));
        assertHidden(() -> transfer.handle(EVE, command(closed, EVE.userId())));

        hand(ROOT, BOB);

        assertForbidden(() -> hand(ADA, EVE));
        assertThat(current(album).orElseThrow().ownerId()).isEqualTo(BOB.userId());
    }

    @Test
    void refusesAStaleVersion() {
        assertThat(refusedWithoutTrace(() -> transfer.handle(
                ADA, new TransferAlbum.Command(album.id(), BOB.userId(), false, Optional.of(2L))))).isEqualTo(new Refusal.Stale());
    }

    private AlbumView hand(Viewer viewer, Viewer.Member to) {
        return hand(viewer, to.userId());
    }

    private AlbumView hand(Viewer viewer, UserId to) {
        return transfer.handle(viewer, command(album, to));
    }

    private static TransferAlbum.Command command(Album album, UserId to) {
        return new TransferAlbum.Command(album.id(), to, false, Optional.empty());
    }
}
