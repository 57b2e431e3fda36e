package dev.albumen.application.album;

import dev.albumen.application.tag.Tags;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumAction;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.tag.TagName;
import dev.albumen.domain.tag.TagSource;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where an upload goes, and which tags it bears. */
public final class UploadTarget {

    private final FindAlbum find;
    private final Albums albums;
    private final AlbumImages images;
    private final Tags tags;

    public UploadTarget(Albums albums, AlbumMembers members, AlbumImages images, Tags tags) {
        this.find = new FindAlbum(albums, members);
        this.albums = albums;
        this.images = images;
        this.tags = tags;
    }

    /** Refuses an album that the viewer may not add to. */
    void require(Viewer viewer, @Nullable AlbumId album) {
        if (album != null) {
            find.require(viewer, album, AlbumAction.CONTRIBUTE);
        }
    }

    /** Puts an image into its owner's master album and into the named one, and tags it. True where anything changed. */
    boolean place(UserId owner, ImageId image, @Nullable AlbumId album, List<TagName> names, Instant now) {
        Album master = albums.master(owner).orElseThrow(() -> new IllegalStateException("no master album of " + owner));
        boolean changed = !images.append(master.id(), List.of(image), owner, now).isEmpty();
        if (album != null && !album.equals(master.id())) {
            changed |= !images.append(album, List.of(image), owner, now).isEmpty();
        }
        return !names.isEmpty() && tags.tag(owner, image, names, TagSource.USER) || changed;
    }
}
