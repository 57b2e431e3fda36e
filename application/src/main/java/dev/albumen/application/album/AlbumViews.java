package dev.albumen.application.album;

import dev.albumen.application.image.ImageView;
import dev.albumen.application.image.ImageViews;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.album.AlbumSort;
import dev.albumen.domain.album.Visibility;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Albums as they are read: one statement a call, and never a row that the policy would hide from the viewer. */
public interface AlbumViews {

    /** Empty where the viewer may not see it. */
    Optional<AlbumView> find(Viewer viewer, AlbumId id);

    /**
     * A page of albums: the viewer's own and those they are a member of; with an owner, that user's that they can see;
     * within an album, those in it that they can see.
     */
    Page<AlbumView> list(Viewer viewer, Search search, PageRequest page);

    /** A page of everybody's public albums, newest first. */
    Page<AlbumView> catalogue(Viewer viewer, @Nullable String words, PageRequest page);

    /** A page of an album's images that the viewer can see. Whether they may see the album is the caller's to ask. */
    Page<ImageView> images(Viewer viewer, AlbumId album, AlbumSort sort, PageRequest page);

    /**
     * A page of an archive of what others can see of the album, in manual order. A place holds where it was, even when
     * the image that it was read from has left the album since.
     */
    Page<ImageViews.Delivery> entries(AlbumId album, PageRequest page);

    /**
     * @param words parts of the title or description
     * @param place where they lie; {@code null} for anywhere
     */
    record Search(
            @Nullable String words, @Nullable UserId owner, @Nullable Visibility visibility, @Nullable Place place, Sort sort) {}

    /** Where albums lie, as far as the viewer can see: what lies in an album that is hidden from them is at the top. */
    sealed interface Place {

        record Top() implements Place {}

        record In(AlbumId parent) implements Place {}
    }

    enum Sort { CREATED_AT, CREATED_AT_DESCENDING, TITLE, TITLE_DESCENDING, UPDATED_AT_DESCENDING }
}
