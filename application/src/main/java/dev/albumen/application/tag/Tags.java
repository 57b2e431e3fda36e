package dev.albumen.application.tag;

import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.tag.TagName;
import dev.albumen.domain.tag.TagSource;
import java.util.Collection;

/** Every owner's tags, and which of the owner's images bear them. What changes an image's tags raises its version. */
public interface Tags {

    /** Tags that one image bears at most. */
    int MAX_PER_IMAGE = 200;

    /** Makes a tag that no image bears yet. False where the owner has it. */
    boolean create(UserId owner, TagName name);

    /**
     * Tags an image, making the tag where it is new. An image that bears it already keeps it; a user's word outranks a
     * labeler's. True where anything changed.
     *
     * @throws RefusedException {@code Conflict} ({@code too-many-tags}) where it would bear more than {@link #MAX_PER_IMAGE}
     */
    boolean tag(UserId owner, ImageId image, Collection<TagName> names, TagSource source);

    /** Takes a tag off an image. True where it bore it. */
    boolean untag(ImageId image, TagName name);

    /** Renames a tag on all of the owner's images. False where the owner has no such tag. Throws {@code Conflict} where the new name is taken. */
    boolean rename(UserId owner, TagName from, TagName to);

    /**
     * Puts {@code into} on everything that bears {@code from}, which ends. Tags that lie in {@code from} come to lie in
     * {@code into}, which the caller has seen lies in none of them. False where one of the two does not exist.
     */
    boolean merge(UserId owner, TagName from, TagName into);

    /** Takes a tag off everything. Tags that lie in it come to lie where it lay. False where the owner has no such tag. */
    boolean delete(UserId owner, TagName name);

    /** Refuses what would put that many tags on one image. */
    static void requireBearable(long borne) {
        if (borne > MAX_PER_IMAGE) {
            throw new Refusal.Conflict("too-many-tags", "An image bears at most " + MAX_PER_IMAGE + " tags.").thrown();
        }
    }
}
