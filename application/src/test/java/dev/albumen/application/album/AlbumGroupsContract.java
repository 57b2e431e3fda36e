package dev.albumen.application.album;

import static dev.albumen.domain.album.AlbumBuilder.NOON;
import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.GroupId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.user.Group;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of albums' groups does, and who becomes a member of an album by them. */
public abstract class AlbumGroupsContract extends CatalogueContract {

    private final GroupId family = new GroupId(new UUID(7, 1));
    private final GroupId friends = new GroupId(new UUID(7, 2));
    private Album album;
    private Album inner;

    @BeforeEach
    void makeGroups() {
        album = kept(anAlbum().ownedBy(ada).build());
        inner = kept(anAlbum().ownedBy(ada).in(album).build());
        writing(() -> {
            catalogue.groups().add(Group.named(family, ada, "Family", NOON));
            catalogue.groups().add(Group.named(friends, ada, "Alumni", NOON));
            catalogue.groupMembers().put(family, bob, NOON);
        });
    }

    @Test
    void makeTheirMembersMembersOfTheAlbumAndAllInIt() {
        assertThat(put(album, family, AlbumRole.CONTRIBUTOR)).isTrue();

        assertThat(role(album, bob)).contains(AlbumRole.CONTRIBUTOR);
        assertThat(role(inner, bob)).contains(AlbumRole.CONTRIBUTOR);
        assertThat(members(album)).containsExactly(
                new AlbumMembers.Membership(bob, "bob", "bob", AlbumRole.CONTRIBUTOR, NOON, false, true));
        assertThat(members(inner)).containsExactly(
                new AlbumMembers.Membership(bob, "bob", "bob", AlbumRole.CONTRIBUTOR, NOON, true, true));
        assertThat(seen(bob)).contains(album.id(), inner.id());
        assertThat(seen(catalogue.user("cyd"))).isEmpty();
    }

    @Test
    void giveTheMostThatAnyOfThemGives() {
        put(album, family, AlbumRole.VIEWER);
        put(inner, friends, AlbumRole.MANAGER);
        writing(() -> catalogue.groupMembers().put(friends, bob, NOON));

        assertThat(role(album, bob)).contains(AlbumRole.VIEWER);
        assertThat(role(inner, bob)).contains(AlbumRole.MANAGER);
        writing(() -> catalogue.albumMembers().put(album.id(), bob, AlbumRole.CONTRIBUTOR, NOON));
        assertThat(role(album, bob)).contains(AlbumRole.CONTRIBUTOR);
        put(album, family, AlbumRole.CONTRIBUTOR);
        assertThat(members(album)).as("his own of equals").containsExactly(
                new AlbumMembers.Membership(bob, "bob", "bob", AlbumRole.CONTRIBUTOR, NOON, false, false));
        assertThat(seen(bob)).as("once each").containsExactlyInAnyOrder(album.id(), inner.id());
    }

    @Test
    void endWithTheGroupTheMembershipOrTheirPlace() {
        put(album, family, AlbumRole.VIEWER);
        writing(() -> catalogue.groupMembers().remove(family, bob));
        assertThat(role(inner, bob)).isEmpty();
        writing(() -> catalogue.groupMembers().put(family, bob, NOON));
        assertThat(role(inner, bob)).isPresent();

        assertThat(write(() -> catalogue.albumGroups().remove(inner.id(), family))).isFalse();
        assertThat(write(() -> catalogue.albumGroups().remove(album.id(), family))).isTrue();
        assertThat(role(inner, bob)).isEmpty();

        put(album, family, AlbumRole.VIEWER);
        writing(() -> catalogue.groups().delete(family));
        assertThat(role(album, bob)).isEmpty();
        assertThat(list(album)).isEmpty();
        assertThat(put(album, family, AlbumRole.VIEWER)).isFalse();
    }

    @Test
    void areListedByNameWithThoseOfTheAlbumsAbove() {
        put(album, family, AlbumRole.VIEWER);
        put(inner, friends, AlbumRole.VIEWER);
        put(inner, friends, AlbumRole.CONTRIBUTOR);

        assertThat(list(inner)).containsExactly(
                new AlbumGroups.Belonging(friends, "Alumni", AlbumRole.CONTRIBUTOR, NOON, false),
                new AlbumGroups.Belonging(family, "Family", AlbumRole.VIEWER, NOON, true));
        assertThat(list(album)).hasSize(1);

        writing(() -> catalogue.albumGroups().clear(inner.id()));
        assertThat(list(inner)).extracting(AlbumGroups.Belonging::groupId).containsExactly(family);
    }

    private List<AlbumId> seen(UserId user) {
        return paged(page -> catalogue.albumViews().list(viewer(user),
                new AlbumViews.Search(null, null, null, null, AlbumViews.Sort.CREATED_AT_DESCENDING), page)).stream()
                .map(view -> view.album().id()).toList();
    }

    private boolean put(Album where, GroupId group, AlbumRole role) {
        return write(() -> catalogue.albumGroups().put(where.id(), group, role, NOON));
    }

    private Optional<AlbumRole> role(Album where, UserId user) {
        return read(() -> catalogue.albumMembers().role(where.id(), user));
    }

    private List<AlbumMembers.Membership> members(Album where) {
        return read(() -> catalogue.albumMembers().list(where.id()));
    }

    private List<AlbumGroups.Belonging> list(Album where) {
        return read(() -> catalogue.albumGroups().list(where.id()));
    }
}
