package dev.albumen.application.album;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static dev.albumen.domain.shared.People.EVE;
import static dev.albumen.domain.shared.People.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.shared.GroupId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.Group;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Groups that come to an album and go from it. */
class SetAlbumGroupTest extends UseCaseTest {

    private final SetAlbumGroup set = new SetAlbumGroup(transactions, catalogue.albums(), catalogue.albumMembers(),
            catalogue.albumGroups(), catalogue.groups(), catalogue.groupMembers(), audit, clock);
    private final RemoveAlbumGroup remove = new RemoveAlbumGroup(
            transactions, catalogue.albums(), catalogue.albumMembers(), catalogue.albumGroups(), audit, clock);
    private final ListAlbumGroups list = new ListAlbumGroups(
            transactions, catalogue.albums(), catalogue.albumMembers(), catalogue.albumGroups());
    private final ViewAlbum view = new ViewAlbum(catalogue.albumViews());
    private final GroupId family = group(1, ADA);
    private Album album;

    private GroupId group(int number, Viewer.Member owner) {
        GroupId id = new GroupId(new UUID(7, number));
        transactions.writing(() -> catalogue.groups().add(Group.named(id, owner.userId(), "Family", NOON)));
        return id;
    }

    @BeforeEach
    void makeAlbum() {
        album = given(anAlbum().ownedBy(ADA));
        transactions.writing(() -> catalogue.groupMembers().put(family, BOB.userId(), NOON));
    }

    @Test
    void showsTheAlbumToAllInTheGroupUntilItGoes() {
        assertHidden(() -> view.handle(BOB, new ViewAlbum.Query(album.id())));

        set(ADA, family, AlbumRole.CONTRIBUTOR);
        assertThat(view.handle(BOB, new ViewAlbum.Query(album.id())).role()).isEqualTo(AlbumRole.CONTRIBUTOR);
        assertThat(list.handle(ADA, new ListAlbumGroups.Query(album.id())))
                .containsExactly(new AlbumGroups.Belonging(family, "Family", AlbumRole.CONTRIBUTOR, clock.instant(), false));

        remove.handle(ADA, new RemoveAlbumGroup.Command(album.id(), family));
        remove.handle(ADA, new RemoveAlbumGroup.Command(album.id(), family));
        assertHidden(() -> view.handle(BOB, new ViewAlbum.Query(album.id())));
        assertThat(trail.actions()).containsExactly("album.set-group", "album.remove-group");
    }

    @Test
    void takesGroupsOfTheAlbumsOwnerAlone() {
        GroupId anothers = group(2, BOB);

        assertHidden(() -> set(ADA, anothers, AlbumRole.VIEWER));
        transactions.writing(() -> catalogue.groupMembers().put(anothers, ADA.userId(), NOON));
        assertRefused("group-of-another", () -> set(ADA, anothers, AlbumRole.VIEWER));
        assertRefused("group-of-another", () -> set(ROOT, anothers, AlbumRole.VIEWER));
        assertHidden(() -> set(ADA, new GroupId(new UUID(0, 404)), AlbumRole.VIEWER));
        set(ROOT, family, AlbumRole.VIEWER);
    }

    @Test
    void isForOwnersAndManagersMayTakeGroupsAway() {
        makeMember(album, EVE, AlbumRole.MANAGER);
        assertForbidden(() -> set(EVE, family, AlbumRole.VIEWER));
        assertHidden(() -> set(BOB, family, AlbumRole.VIEWER));
        set(ADA, family, AlbumRole.VIEWER);
        assertForbidden(() -> remove.handle(BOB, new RemoveAlbumGroup.Command(album.id(), family)));
        assertForbidden(() -> list.handle(BOB, new ListAlbumGroups.Query(album.id())));

        remove.handle(EVE, new RemoveAlbumGroup.Command(album.id(), family));

        assertThat(list.handle(EVE, new ListAlbumGroups.Query(album.id()))).isEmpty();
    }

    @Test
    void isNotForMasterAlbums() {
        Album master = catalogue.albums().master(ADA.userId()).orElseThrow();

        assertForbidden(() -> set.handle(ADA, new SetAlbumGroup.Command(master.id(), family, AlbumRole.VIEWER)));
    }

    private void set(Viewer viewer, GroupId group, AlbumRole role) {
        set.handle(viewer, new SetAlbumGroup.Command(album.id(), group, role));
    }
}
