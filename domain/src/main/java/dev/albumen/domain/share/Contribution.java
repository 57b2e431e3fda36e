package dev.albumen.domain.share;

import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.Text;
import dev.albumen.domain.shared.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An image that somebody sent through a link, for the link's owner to accept into the album or not. The image is the
 * owner's, as if they had uploaded it.
 *
 * @param shareId the link; {@code null} once that is deleted
 * @param albumId the album that it is meant for; {@code null} once that is deleted
 * @param contributor what they call themselves
 * @param made whether the owner did not have these bytes before
 */
public record Contribution(
        ContributionId id,
        @Nullable ShareId shareId,
        UserId ownerId,
        @Nullable AlbumId albumId,
        ImageId imageId,
        @Nullable String contributor,
        boolean made,
        State state,
        Instant createdAt) {

    public static final int MAX_CONTRIBUTOR = 100;

    /** What the owner has said about it. */
    public enum State { PENDING, ACCEPTED, REJECTED }

    public Contribution {
        contributor = Text.optionalLine("contributor", contributor, MAX_CONTRIBUTOR);
    }

    /** The same, settled; once it is, it can only be settled the same way again. */
    public Contribution settled(State verdict) {
        if (state != State.PENDING && state != verdict) {
            throw new Refusal.Conflict("contribution-settled", "This contribution was settled the other way already.").thrown();
        }
        return new Contribution(id, shareId, ownerId, albumId, imageId, contributor, made, verdict, createdAt);
    }
}
