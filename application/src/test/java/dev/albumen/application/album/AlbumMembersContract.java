package dev.albumen.application.album;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of albums' members does. */
public abstract class AlbumMembersContract extends CatalogueContract {

    private Album album;

    @BeforeEach
    void makeAlbum() {
        album = kept(anAlbum().ownedBy(ada).build());
    }

    @Test
    void makesMembersAndChangesTheirRoles() {
        assertThat(put(bob, AlbumRole.VIEWER, NOON)).isTrue();
        assertThat(role(bob)).contains(AlbumRole.VIEWER);
        assertThat(put(bob, AlbumRole.MANAGER, NOON.plusSeconds(9))).isTrue();

        assertThat(role(bob)).contains(AlbumRole.MANAGER);
        assertThat(read(() -> catalogue.albumMembers().list(album.id())))
                .containsExactly(new AlbumMembers.Membership(bob, "bob", "bob", AlbumRole.MANAGER, NOON, false, false));
    }

    @Test
    void makesNobodyAMember() {
        assertThat(put(new UserId(new UUID(0, 404)), AlbumRole.VIEWER, NOON)).isFalse();
        assertThat(read(() -> catalogue.albumMembers().list(album.id()))).isEmpty();
    }

    @Test
    void listsByName() {
        UserId aaron = catalogue.user("aaron");
        put(bob, AlbumRole.VIEWER, NOON);
        put(aaron, AlbumRole.CONTRIBUTOR, NOON);

        assertThat(read(() -> catalogue.albumMembers().list(album.id()))).extracting(AlbumMembers.Membership::userId)
                .containsExactly(aaron, bob);
    }

    @Test
    void removesThoseWhoAreMembers() {
        put(bob, AlbumRole.VIEWER, NOON);

        assertThat(write(() -> catalogue.albumMembers().remove(album.id(), bob))).isTrue();
        assertThat(write(() -> catalogue.albumMembers().remove(album.id(), bob))).isFalse();
        assertThat(role(bob)).isEmpty();
    }

    @Test
    void makesMembersOfAnAlbumMembersOfAllThatLieInIt() {
        Album inner = kept(anAlbum().ownedBy(ada).in(album).build());
        Album innermost = kept(anAlbum().ownedBy(ada).in(inner).build());
        put(bob, AlbumRole.CONTRIBUTOR, NOON);

        assertThat(role(innermost, bob)).contains(AlbumRole.CONTRIBUTOR);
        assertThat(members(innermost)).containsExactly(
                new AlbumMembers.Membership(bob, "bob", "bob", AlbumRole.CONTRIBUTOR, NOON, true, false));

        put(inner, bob, AlbumRole.VIEWER);
        assertThat(role(innermost, bob)).as("the most that any of them makes him").contains(AlbumRole.CONTRIBUTOR);
        put(inner, bob, AlbumRole.MANAGER);
        assertThat(role(innermost, bob)).contains(AlbumRole.MANAGER);
        assertThat(role(inner, bob)).contains(AlbumRole.MANAGER);
        assertThat(role(bob)).as("not upwards").contains(AlbumRole.CONTRIBUTOR);
        assertThat(members(inner)).containsExactly(
                new AlbumMembers.Membership(bob, "bob", "bob", AlbumRole.MANAGER, NOON, false, false));

        assertThat(write(() -> catalogue.albumMembers().remove(innermost.id(), bob))).isFalse();
        assertThat(write(() -> catalogue.albumMembers().remove(inner.id(), bob))).isTrue();
        assertThat(role(innermost, bob)).contains(AlbumRole.CONTRIBUTOR);
    }

    private void put(Album where, UserId user, AlbumRole role) {
        writing(() -> catalogue.albumMembers().put(where.id(), user, role, NOON));
    }

    private Optional<AlbumRole> role(Album where, UserId user) {
        return read(() -> catalogue.albumMembers().role(where.id(), user));
    }

    private List<AlbumMembers.Membership> members(Album where) {
        return read(() -> catalogue.albumMembers().list(where.id()));
    }

    private boolean put(UserId user, AlbumRole role, Instant now) {
        return write(() -> catalogue.albumMembers().put(album.id(), user, role, now));
    }

    private Optional<AlbumRole> role(UserId user) {
        return read(() -> catalogue.albumMembers().role(album.id(), user));
    }
}
