package dev.albumen.application.share;

import dev.albumen.application.image.ImageView;
import dev.albumen.application.image.ImageViews;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.album.AlbumSort;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.share.ShareAccess;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.share.ShareState;
import dev.albumen.domain.share.ShareUsage;
import dev.albumen.domain.share.SharedResource;
import dev.albumen.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Share links as they are read: one statement a call. What links show is ready and not in the trash. */
public interface ShareViews {

    /** A page of the owner's links, newest first. */
    Page<Counted> list(UserId owner, Search search, PageRequest page, Instant now);

    /** The link with this token or slug, whatever its state; empty where there is none. */
    Optional<Opened> open(ShareKey key);

    /** {@link #open} together with what serving one image through it takes; no delivery where the link does not show that image. */
    Optional<OpenedDelivery> openDelivery(ShareKey key, ImageId image);

    /**
     * The same, for whoever does not wait: pictures are asked for by threads that have other connections to serve.
     *
     * @return fails as {@link #openDelivery} throws
     */
    CompletionStage<Optional<OpenedDelivery>> askDelivery(ShareKey key, ImageId image);

    /** A page of what the resource shows, in the album's own order. Favourites, tags and raw metadata are left out. */
    Page<ImageView> images(SharedResource resource, AlbumSort sort, PageRequest page);

    /** One image of what the resource shows. */
    Optional<ImageView> image(SharedResource resource, ImageId id);

    /**
     * What people see at once of what the resource shows, in the album's own order.
     *
     * @param from the image that it begins with; {@code null} for the first leaf
     * @param size images at most
     * @return empty where that image is not shown
     */
    Optional<Leaf> leaf(SharedResource resource, AlbumSort sort, @Nullable ImageId from, int size);

    /**
     * One image of what the resource shows, between its neighbours.
     *
     * @param leafSize how many images a leaf holds
     * @return empty where the image is not shown
     */
    Optional<Framed> framed(SharedResource resource, AlbumSort sort, ImageId id, int leafSize);

    /**
     * A page of an archive of what the resource shows, in manual order. A place holds where it was, even when the image
     * that it was read from is no longer shown.
     */
    Page<ImageViews.Delivery> entries(SharedResource resource, PageRequest page);

    /** @param words a part of the label */
    record Search(@Nullable SharedResource resource, @Nullable ShareState state, @Nullable String words) {}

    /** A link, and how often it was used. */
    record Counted(ShareLink link, ShareUsage used) {}

    /**
     * A link and what it opens.
     *
     * @param title of the album, or of the image where it has one
     * @param description of the same
     * @param imageCount images that the link shows
     * @param sort the album's order
     * @param takesSelections whether whoever holds the link may choose of what it shows
     */
    record Opened(
            ShareAccess.Facts facts, @Nullable String title, String description, int imageCount, AlbumSort sort,
            @Nullable ImageId coverImageId, boolean takesSelections) {

        /** The same link, opened at an album of the project that it is to. */
        Opened at(ProjectViews.SharedAlbum album) {
            return new Opened(facts, album.title(), album.description(), album.imageCount(), album.sort(),
                    album.cover() == null ? null : album.cover().image().id(), takesSelections);
        }
    }

    /** @param delivery {@code null} where the link does not show the image */
    record OpenedDelivery(ShareAccess.Facts facts, ImageViews.@Nullable Delivery delivery) {}

    /**
     * Some images in their order.
     *
     * @param first whether nothing stands before them
     * @param previous what the leaf before begins with; {@code null} where that is the very first leaf, or there is none
     * @param next what the leaf behind begins with; {@code null} where nothing follows
     */
    record Leaf(List<ImageView> images, boolean first, @Nullable ImageId previous, @Nullable ImageId next) {

        public Leaf {
            images = List.copyOf(images);
        }

        /** The same with only what is disclosed; see {@link ImageView#disclosed}. */
        public Leaf disclosed(boolean details, boolean place) {
            return new Leaf(images.stream().map(image -> image.disclosed(details, place)).toList(), first, previous, next);
        }
    }

    /**
     * An image with its neighbours.
     *
     * @param watermarked whether the image, or an album that holds it, asks for a mark
     * @param onFirstLeaf whether fewer images stand before it than a leaf holds
     */
    record Framed(
            ImageView image, boolean watermarked, @Nullable ImageId previous, @Nullable ImageId next, boolean onFirstLeaf) {

        /** The same with only what is disclosed; see {@link ImageView#disclosed}. */
        public Framed disclosed(boolean details, boolean place) {
            return new Framed(image.disclosed(details, place), watermarked, previous, next, onFirstLeaf);
        }
    }
}
