package dev.albumen.persistence.album;

import static dev.albumen.domain.album.AlbumBuilder.NOON;
import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.album.AlbumFilling;
import dev.albumen.application.album.ChangeAlbum;
import dev.albumen.application.album.DeleteAlbum;
import dev.albumen.application.audit.AuditTrail;
import dev.albumen.domain.album.Album;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Albums that are moved at the same moment, again and again. */
class AlbumMovesTest {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    private static final int ROUNDS = 250;

    private final PostgresCatalogue catalogue = new PostgresCatalogue(POSTGRES);
    private final AuditTrail unkept = entry -> { };
    private final ChangeAlbum change = new ChangeAlbum(catalogue.transactions(), catalogue.albums(), catalogue.albumMembers(),
            catalogue.albumTree(), catalogue.albumImages(),
            new AlbumFilling(catalogue.savedSearches(), catalogue.searchedAlbums(), catalogue.imageViews(), catalogue.albumImages()), catalogue.albumViews(), unkept, Clock.systemUTC());
    private final DeleteAlbum delete = new DeleteAlbum(catalogue.transactions(), catalogue.albums(), catalogue.albumMembers(),
            catalogue.albumTree(), unkept, Clock.systemUTC());
    private Viewer.Member ada;

    @BeforeEach
    void makeUser() {
        ada = new Viewer.Member(catalogue.user("ada"), Role.USER, new SessionId(new UUID(1, 1)));
    }

    @Test
    void neverLieInARing() {
        Album one = kept();
        Album two = kept();
        Album three = kept();
        for (int round = 0; round < ROUNDS; round++) {
            List<String> outcomes = AtOnce.run(() -> move(one, two), () -> move(two, three), () -> move(three, one));

            assertThat(outcomes.stream().filter("album-in-itself"::equals)).as(outcomes.toString()).hasSize(1);
            for (Album album : List.of(one, two, three)) {
                assertThat(catalogue.albumTree().path(album.id())).endsWith(album.id()).hasSizeBetween(1, 3).doesNotHaveDuplicates();
            }
            for (Album album : List.of(one, two, three)) {
                assertThat(place(album, Change.clear())).isEqualTo("done");
            }
        }
    }

    @Test
    void areNotLostWithAnAlbumThatIsDeletedMeanwhile() {
        Album moved = kept();
        for (int round = 0; round < ROUNDS; round++) {
            Album doomed = kept();
            List<String> outcomes = AtOnce.run(() -> move(moved, doomed), () -> AtOnce.done(() ->
                    delete.handle(ada, new DeleteAlbum.Command(doomed.id(), false, Optional.empty()))));

            assertThat(outcomes).isIn(List.of("done", "album-holds-albums"), List.of("gone", "done"));
            assertThat(catalogue.albums().find(moved.id())).isPresent();
            place(moved, Change.clear());
        }
    }

    @Test
    void lieWhereTheirHoldersLie() {
        Album top = kept();
        Album holder = kept();
        Album moved = kept();
        for (int round = 0; round < ROUNDS; round++) {
            place(holder, Change.to(top.id()));
            AtOnce.run(() -> place(holder, Change.clear()), () -> move(moved, holder));

            assertThat(catalogue.albumTree().path(moved.id())).containsExactly(holder.id(), moved.id());
            place(moved, Change.clear());
        }
    }

    private Album kept() {
        Album album = anAlbum().ownedBy(ada.userId()).createdAt(NOON).build();
        catalogue.transactions().writing(() -> catalogue.albums().add(album));
        return album;
    }

    private String move(Album album, Album into) {
        return place(album, Change.to(into.id()));
    }

    private String place(Album album, Change<AlbumId> parent) {
        return AtOnce.done(() -> change.handle(ada, new ChangeAlbum.Command(album.id(), new Album.Patch(Change.keep(), Change.keep(), Change.keep(),
                Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.keep(), parent, Change.keep()), Optional.empty())));
    }
}
