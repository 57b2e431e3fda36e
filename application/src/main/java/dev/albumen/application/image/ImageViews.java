package dev.albumen.application.image;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.image.Dimensions;
import dev.albumen.domain.image.ImageAccess;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.image.ImageStatus;
import dev.albumen.domain.image.MarkStyle;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.shared.SessionId;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Images as they are read: one statement a call, and never a row that {@link ImageAccess} would hide from the viewer. What is shown for a
 * review alone is found by its id, and not in lists.
 */
public interface ImageViews {

    /** One image, in the trash or not; empty where the viewer may not see it. */
    Optional<ImageView> find(Viewer viewer, ImageId id);

    /** A page of what is not in the trash. Raw metadata is left out. */
    Page<ImageView> search(Viewer viewer, ImageSearch search, PageRequest page);

    /**
     * The newest of what a search among a user's own images lists, newest first.
     *
     * @param most how many, at most
     */
    List<ImageId> own(UserId owner, ImageSearch search, int most);

    /** A page of the user's trash, last trashed first. */
    Page<ImageView> trash(UserId owner, PageRequest page);

    /** A page of the user's favourites that they can still see, last marked first. */
    Page<ImageView> favorites(Viewer viewer, PageRequest page);

    /** What the policy looks at, for each of these images that exists. */
    Map<ImageId, ImageAccess.Facts> facts(Viewer viewer, Set<ImageId> ids);

    /** What serving the image's bytes takes; empty where it does not exist. The policy is the caller's to ask. */
    Optional<Delivery> delivery(Viewer viewer, ImageId id);

    /**
     * {@link #delivery} for whoever the session belongs to; empty too where that session has ended, or is over by now. Does not block: it is
     * asked for with every picture of a page, by threads that have other connections to serve. Owners, who see no mark, need
     * not be told that one of their albums asks for it. A moderator to whom no album shows the image costs a second statement.
     */
    CompletionStage<Optional<DeliveryVia>> deliveryVia(SessionId session, ImageId id, Instant now);

    /**
     * @param facts for the policy
     * @param status may lack palette, hash and what is known of a video
     * @param ownerName the owner's display name, for the mark; may be empty where the viewer sees none
     * @param ownMark how the owner has decided that their pictures are marked; {@code null} where they have not, and may
     *     be where the viewer sees none
     */
    record Delivery(
            ImageId id, ImageAccess.Facts facts, ImageStatus status, String filename, MediaType mediaType, long byteSize,
            Sha256 sha256, Dimensions dimensions, String ownerName, @Nullable MarkStyle ownMark) {}

    /** @param viewer whose session it is */
    record DeliveryVia(Viewer.Member viewer, Delivery delivery) {}
}
