package dev.albumen.domain.selection;

import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.share.SelectionConfig;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A picture that a client has chosen.
 *
 * @param chosenAt when it was first chosen
 */
public record SelectionItem(ImageId imageId, @Nullable String comment, Mark mark, Instant chosenAt, Instant updatedAt) {

    public static final int MAX_COMMENT = 2000;

    /** A picture as it is chosen now. */
    public static SelectionItem chosen(ImageId image, @Nullable String comment, Mark mark, Instant now) {
        return new SelectionItem(image, text(comment), mark, now, now);
    }

    /** The same picture with another comment and mark. */
    public SelectionItem said(@Nullable String other, Mark otherMark, Instant now) {
        return new SelectionItem(imageId, text(other), otherMark, chosenAt, now);
    }

    /** Refuses a comment where the link takes none. */
    public static void requireCommentable(SelectionConfig config, @Nullable String comment) {
        if (comment != null && !comment.isBlank() && !config.allowComments()) {
            throw new Refusal.Forbidden("selection-comments-off", "This selection takes no comments.").thrown();
        }
    }

    private static @Nullable String text(@Nullable String comment) {
        String text = Text.lines("/comment", comment, MAX_COMMENT);
        return text.isEmpty() ? null : text;
    }
}
