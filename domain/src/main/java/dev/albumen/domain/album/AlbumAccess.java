package dev.albumen.domain.album;

import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.Viewer;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may do what to an album. Pure: everything that the answer hangs on is an argument. */
public final class AlbumAccess {

    private AlbumAccess() {}

    /**
     * Everything that the viewer may do.
     *
     * @param role the viewer's among the album's members; {@code null} where they are none
     */
    public static Set<AlbumAction> allowed(Viewer viewer, Album album, @Nullable AlbumRole role) {
        Set<AlbumAction> granted = granted(viewer, album, role);
        if (album.searchId() != null) {
            granted.remove(AlbumAction.CONTRIBUTE);
        }
        return granted;
    }

    /** Whatever the album is filled by. */
    private static Set<AlbumAction> granted(Viewer viewer, Album album, @Nullable AlbumRole role) {
        return switch (viewer) {
            case Viewer.Worker worker -> EnumSet.allOf(AlbumAction.class);
            case Viewer.Member member when member.userId().equals(album.ownerId()) || member.role().atLeast(Role.ADMIN) ->
                    toOwner(album);
            case Viewer.Member member when role != null -> toMember(role);
            case Viewer.Member member -> toPublic(album);
            case Viewer.Anonymous anonymous -> toPublic(album);
            // A link opens an album through its own share, never through the album itself.
            case Viewer.LinkHolder holder -> EnumSet.noneOf(AlbumAction.class);
        };
    }

    /** Refuses what the viewer may not do: as missing where they may not even see the album. */
    public static void require(Viewer viewer, Album album, @Nullable AlbumRole role, AlbumAction action) {
        Set<AlbumAction> granted = granted(viewer, album, role);
        if (!granted.contains(AlbumAction.VIEW)) {
            throw Refusal.notFound();
        }
        if (!granted.contains(action)) {
            throw new Refusal.Forbidden("album-not-yours", "You can see this album, but not do this to it.").thrown();
        }
        if (action == AlbumAction.CONTRIBUTE && album.searchId() != null) {
            throw new Refusal.Conflict("album-filled-by-search",
                    "This album holds what a saved search finds. Nobody puts images into it or takes them out.").thrown();
        }
    }

    private static Set<AlbumAction> toOwner(Album album) {
        return album.master()
                ? EnumSet.complementOf(EnumSet.of(AlbumAction.DELETE, AlbumAction.TRANSFER, AlbumAction.MANAGE_MEMBERS))
                : EnumSet.allOf(AlbumAction.class);
    }

    private static Set<AlbumAction> toMember(AlbumRole role) {
        return switch (role) {
            case VIEWER -> EnumSet.of(AlbumAction.VIEW);
            case CONTRIBUTOR -> EnumSet.of(AlbumAction.VIEW, AlbumAction.CONTRIBUTE);
            case MANAGER -> EnumSet.of(AlbumAction.VIEW, AlbumAction.CONTRIBUTE, AlbumAction.CHANGE, AlbumAction.MANAGE_MEMBERS);
        };
    }

    private static Set<AlbumAction> toPublic(Album album) {
        return switch (album.visibility()) {
            case PRIVATE -> EnumSet.noneOf(AlbumAction.class);
            case UNLISTED, PUBLIC -> EnumSet.of(AlbumAction.VIEW);
        };
    }
}
