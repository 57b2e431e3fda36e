package dev.albumen.application.share;

import dev.albumen.application.image.ImageView;
import dev.albumen.application.image.ImageViews;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.album.AlbumSort;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.share.ShareAccess;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.share.SharedResource;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.UserId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Share links as they are read: one statement a call. What links show is ready and not in the trash. */
public interface ShareViews {

    /** A page of the owner's links, newest first. */
    Page<ShareLink> list(UserId owner, Search search, PageRequest page, Instant now);

    /** The link with this token, whatever its state; empty where there is none. */
    Optional<Opened> open(Sha256 tokenHash);

    /** {@link #open} together with what serving one image through it takes; no delivery where the link does not show that image. */
    Optional<OpenedDelivery> openDelivery(Sha256 tokenHash, ImageId image);

    /** A page of what the resource shows, in the album's own order. Favourites, tags and raw metadata are left out. */
    Page<ImageView> images(SharedResource resource, AlbumSort sort, PageRequest page);

    /** One image of what the resource shows. */
    Optional<ImageView> image(SharedResource resource, ImageId id);

    /**
     * A page of an archive of what the resource shows, in manual order. A place holds where it was, even when the image
     * that it was read from is no longer shown.
     */
    Page<ImageViews.Delivery> entries(SharedResource resource, PageRequest page);

    /** @param words a part of the label */
    record Search(@Nullable SharedResource resource, @Nullable State state, @Nullable String words) {}

    /** Active: turned on and not expired; inactive: turned off. */
    enum State { ACTIVE, INACTIVE, EXPIRED }

    /**
     * A link and what it opens.
     *
     * @param title of the album, or of the image where it has one
     * @param description of the same
     * @param imageCount images that the link shows
     * @param sort the album's order
     */
    record Opened(
            ShareAccess.Facts facts, @Nullable String title, String description, int imageCount, AlbumSort sort,
            @Nullable ImageId coverImageId) {}

    /** @param delivery {@code null} where the link does not show the image */
    record OpenedDelivery(ShareAccess.Facts facts, ImageViews.@Nullable Delivery delivery) {}
}
