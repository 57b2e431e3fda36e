package dev.albumen.application.share;

import dev.albumen.application.album.AlbumMembers;
import dev.albumen.application.album.Albums;
import dev.albumen.application.image.ImageViews;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumAccess;
import dev.albumen.domain.album.AlbumAction;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.image.ImageAccess;
import dev.albumen.domain.image.ImageAction;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.share.SharedResource;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.util.Optional;
import java.util.Set;

/** What can be shared, and by whom. */
public final class ShareableResources {

    private final Albums albums;
    private final AlbumMembers members;
    private final ImageViews images;

    public ShareableResources(Albums albums, AlbumMembers members, ImageViews images) {
        this.albums = albums;
        this.members = members;
        this.images = images;
    }

    /** The resource, if the viewer may share it; refused otherwise. */
    SharedResource require(Viewer viewer, SharedResource resource) {
        switch (resource) {
            case SharedResource.OfAlbum(AlbumId id) -> require(viewer, id);
            case SharedResource.OfProject(AlbumId id) -> require(viewer, id);
            case SharedResource.OfImage(ImageId id) -> {
                ImageAccess.Facts image = images.facts(viewer, Set.of(id)).get(id);
                ImageAccess.require(viewer, Optional.ofNullable(image).orElseThrow(Refusal::notFound), ImageAction.SHARE);
            }
        }
        return resource;
    }

    /** Whoever may share an album may share those in it, which have the same owner. */
    private void require(Viewer viewer, AlbumId id) {
        Album album = albums.find(id).orElseThrow(Refusal::notFound);
        AlbumRole role = viewer.user().flatMap(user -> members.role(id, user)).orElse(null);
        AlbumAccess.require(viewer, album, role, AlbumAction.SHARE);
    }
}
