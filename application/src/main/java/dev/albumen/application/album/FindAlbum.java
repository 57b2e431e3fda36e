package dev.albumen.application.album;

import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumAccess;
import dev.albumen.domain.album.AlbumAction;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;

/** Loads an album for a use case, asking the policy right after. */
final class FindAlbum {

    private final Albums albums;
    private final AlbumMembers members;

    FindAlbum(Albums albums, AlbumMembers members) {
        this.albums = albums;
        this.members = members;
    }

    /** The album, if the viewer may do this to it; refused otherwise. */
    Album require(Viewer viewer, AlbumId id, AlbumAction action) {
        Album album = albums.find(id).orElseThrow(Refusal::notFound);
        AlbumRole role = viewer.user().flatMap(user -> members.role(id, user)).orElse(null);
        AlbumAccess.require(viewer, album, role, action);
        return album;
    }
}
