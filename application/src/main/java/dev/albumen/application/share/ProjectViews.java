package dev.albumen.application.share;

import dev.albumen.application.image.ImageView;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.album.AlbumSort;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.AlbumId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The albums of projects as links show them, whatever each of them says of who may see it. What they show is ready and not in the trash. */
public interface ProjectViews {

    /** An album that lies in the project, at whatever level; empty where it lies elsewhere, or is the project itself. */
    Optional<SharedAlbum> find(AlbumId project, AlbumId album);

    /** The album of the project that holds the image, the highest where several do; empty where none does, or the project itself alone. */
    Optional<AlbumId> holding(AlbumId project, ImageId image);

    /** A page of the albums that lie in an album of the project, or in the project itself, by title; none where that lies elsewhere. */
    Page<SharedAlbum> list(AlbumId project, AlbumId holder, PageRequest page);

    /**
     * @param parentId the album that it lies in, which may be the project itself
     * @param imageCount images that the link shows
     * @param cover one of them: the album's cover, or else its first image; {@code null} where it shows none
     */
    record SharedAlbum(
            AlbumId id, AlbumId parentId, String title, String description, int imageCount, AlbumSort sort, @Nullable ImageView cover) {

        /** The same with only what is disclosed; see {@link ImageView#disclosed}. */
        SharedAlbum disclosed(boolean details, boolean place) {
            return new SharedAlbum(
                    id, parentId, title, description, imageCount, sort, cover == null ? null : cover.disclosed(details, place));
        }
    }
}
