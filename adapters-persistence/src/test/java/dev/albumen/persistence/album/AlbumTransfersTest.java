package dev.albumen.persistence.album;

import static dev.albumen.domain.album.AlbumBuilder.NOON;
import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.album.AlbumView;
import dev.albumen.application.album.AlbumFilling;
import dev.albumen.application.album.ChangeAlbum;
import dev.albumen.application.album.DeleteAlbum;
import dev.albumen.application.album.RemoveMember;
import dev.albumen.application.album.TransferAlbum;
import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.user.Users;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.SessionId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.persistence.shared.AtOnce;
import dev.albumen.persistence.shared.PostgresCatalogue;
import dev.albumen.persistence.shared.PostgresTest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Albums that are handed over while something else happens to them, again and again. */
class AlbumTransfersTest {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    private static final int ROUNDS = 100;

    private final PostgresCatalogue catalogue = new PostgresCatalogue(POSTGRES);
    private final AuditTrail unkept = entry -> { };
    private final TransferAlbum transfer = new TransferAlbum(catalogue.transactions(), catalogue.albums(), catalogue.albumMembers(),
            catalogue.albumGroups(), catalogue.albumTree(), catalogue.linksToAlbums(), catalogue.albumViews(), POSTGRES.bean(Users.class), unkept, Clock.systemUTC());
    private final ChangeAlbum change = new ChangeAlbum(catalogue.transactions(), catalogue.albums(), catalogue.albumMembers(),
            catalogue.albumTree(), catalogue.albumImages(),
            new AlbumFilling(catalogue.savedSearches(), catalogue.searchedAlbums(), catalogue.imageViews(), catalogue.albumImages()), catalogue.albumViews(), unkept, Clock.systemUTC());
    private final DeleteAlbum delete = new DeleteAlbum(catalogue.transactions(), catalogue.albums(), catalogue.albumMembers(),
            catalogue.albumTree(), unkept, Clock.systemUTC());
    private final RemoveMember remove =
            new RemoveMember(catalogue.transactions(), catalogue.albums(), catalogue.albumMembers(), unkept, Clock.systemUTC());
    private Viewer.Member ada;
    private Viewer.Member bob;

    @BeforeEach
    void makeUsers() {
        ada = new Viewer.Member(catalogue.user("ada"), Role.USER, new SessionId(new UUID(1, 1)));
        bob = new Viewer.Member(catalogue.user("bob"), Role.USER, new SessionId(new UUID(1, 2)));
    }

    @Test
    void areDeletedOnlyByWhomeverTheyBelongTo() {
        for (int round = 0; round < ROUNDS; round++) {
            Album album = kept(null);
            List<String> outcomes = AtOnce.run(() -> hand(album), () -> AtOnce.done(() ->
                    delete.handle(ada, new DeleteAlbum.Command(album.id(), false, Optional.empty()))));

            assertThat(outcomes).isIn(List.of("done", "forbidden"), List.of("gone", "done"));
            assertThat(catalogue.albums().find(album.id()).isPresent()).isEqualTo(outcomes.getFirst().equals("done"));
        }
    }

    @Test
    void haveOneOwnerWithAllThatLiesInThem() {
        for (int round = 0; round < ROUNDS; round++) {
            Album album = kept(null);
            Album inner = kept(album);
            Album moved = kept(null);
            AtOnce.run(() -> hand(album), () -> place(moved, Change.to(inner.id())), () -> place(inner, Change.clear()));

            for (Album one : List.of(album, inner, moved)) {
                Album now = catalogue.albums().find(one.id()).orElseThrow();
                if (now.parentId() != null) {
                    assertThat(catalogue.albums().find(now.parentId()).orElseThrow().ownerId()).isEqualTo(now.ownerId());
                }
            }
            assertThat(catalogue.albums().find(album.id()).orElseThrow().ownerId()).isEqualTo(bob.userId());
        }
    }

    @Test
    void areNotGivenToWhoLeavesThem() {
        for (int round = 0; round < ROUNDS; round++) {
            Album album = kept(null);
            List<String> outcomes = AtOnce.run(() -> hand(album), () -> AtOnce.done(() ->
                    remove.handle(bob, new RemoveMember.Command(album.id(), bob.userId()))));

            boolean handed = catalogue.albums().find(album.id()).orElseThrow().ownerId().equals(bob.userId());
            assertThat(outcomes.getFirst()).isEqualTo(handed ? "done" : "new-owner-no-member");
            assertThat(catalogue.albumMembers().role(album.id(), bob.userId())).isEmpty();
        }
    }

    @Test
    void countWhatTheirNewOwnerSees() {
        for (int round = 0; round < ROUNDS; round++) {
            Album album = kept(null);
            Image pending = added(anImage().ownedBy(ada.userId()).pending().build());
            Image ready = added(anImage().ownedBy(ada.userId()).build());
            AtOnce.run(() -> hand(album), () -> put(album, pending), () -> put(album, ready));

            assertThat(catalogue.albumViews().find(bob, album.id()).map(AlbumView::imageCount)).contains(1);
        }
    }

    private Image added(Image image) {
        catalogue.transactions().writing(() -> catalogue.images().add(image));
        return image;
    }

    private String put(Album album, Image image) {
        return AtOnce.done(() -> catalogue.transactions().writing(() ->
                catalogue.albumImages().append(album.id(), List.of(image.id()), ada.userId(), NOON)));
    }

    private Album kept(@Nullable Album holder) {
        var builder = anAlbum().ownedBy(ada.userId()).createdAt(NOON);
        Album album = (holder == null ? builder : builder.in(holder)).build();
        catalogue.transactions().writing(() -> {
            catalogue.albums().add(album);
            catalogue.albumMembers().put(album.id(), bob.userId(), AlbumRole.VIEWER, NOON);
        });
        return album;
    }

    private String hand(Album album) {
        return AtOnce.done(() -> transfer.handle(ada, new TransferAlbum.Command(album.id(), bob.userId(), false, Optional.empty())));
    }

    private String place(Album album, Change<AlbumId> parent) {
        return AtOnce.done(() -> change.handle(ada, new ChangeAlbum.Command(album.id(), new Album.Patch(Change.keep(), Change.keep(),
                Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.keep(), parent, Change.keep()), Optional.empty())));
    }
}
