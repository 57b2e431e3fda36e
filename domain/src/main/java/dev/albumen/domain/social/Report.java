package dev.albumen.domain.social;

import dev.albumen.domain.shared.Text;
import dev.albumen.domain.shared.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody told the moderators of.
 *
 * @param reason in their words, up to 500 characters; may be empty
 * @param settlement {@code null} while nobody has decided
 */
public record Report(
        ReportId id, CommentId comment, UserId reporter, String reason, Instant createdAt, @Nullable Settlement settlement) {

    public static final int MAX_REASON = 500;

    public enum Outcome {
        /** The comment is shown no longer. */
        HIDDEN,
        /** Nothing is wrong with it. */
        DISMISSED
    }

    public record Settlement(Outcome outcome, Instant at) {}

    public static Report made(ReportId id, CommentId comment, UserId reporter, @Nullable String reason, Instant now) {
        return new Report(id, comment, reporter, Text.lines("/reason", reason, MAX_REASON), now, null);
    }
}
