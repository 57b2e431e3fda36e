package dev.albumen.domain.share;

import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a link's holders may choose pictures of what it shows, and how.
 *
 * @param title of the selection, for those who choose
 * @param limit how many pictures one client may choose; {@code null} for any number
 * @param deadline from then on nobody chooses any more; {@code null} for none
 * @param version counts changes, from 1; 0 where the owner has never said anything
 */
public record SelectionConfig(
        ShareId shareId, boolean enabled, @Nullable String title, @Nullable Integer limit, boolean allowComments,
        boolean requireName, boolean requireEmail, boolean requirePhone, boolean requireNote, @Nullable Instant deadline,
        Instant updatedAt, long version) {

    public static final int MAX_TITLE = 127;
    public static final int MAX_LIMIT = 10_000;

    /** What the owner may change. */
    public record Patch(
            Change<Boolean> enabled, Change<String> title, Change<Integer> limit, Change<Boolean> allowComments,
            Change<Boolean> requireName, Change<Boolean> requireEmail, Change<Boolean> requirePhone,
            Change<Boolean> requireNote, Change<Instant> deadline) {}

    /** That of a link of which nothing was said: nobody chooses. */
    public static SelectionConfig none(ShareId share) {
        return new SelectionConfig(share, false, null, null, true, false, false, false, false, null, Instant.EPOCH, 0);
    }

    /** The same with the changes; what is cleared is as at the start. */
    public SelectionConfig changed(Patch patch, Instant now) {
        boolean sameDeadline = patch.deadline() instanceof Change.Keep<Instant>;
        return new SelectionConfig(shareId, patch.enabled().orKeep(enabled, false),
                Text.optionalLine("/title", patch.title().orKeep(title, null), MAX_TITLE),
                inRange(patch.limit().orKeep(limit, null)), patch.allowComments().orKeep(allowComments, true),
                patch.requireName().orKeep(requireName, false), patch.requireEmail().orKeep(requireEmail, false),
                patch.requirePhone().orKeep(requirePhone, false), patch.requireNote().orKeep(requireNote, false),
                sameDeadline ? deadline : future(patch.deadline().orKeep(deadline, null), now), now, version);
    }

    /** How many pictures one client may choose in any case. */
    public int most() {
        return limit == null ? MAX_LIMIT : limit;
    }

    /** Whether the time for choosing is over. */
    public boolean over(Instant now) {
        return deadline != null && !now.isBefore(deadline);
    }

    private static @Nullable Integer inRange(@Nullable Integer limit) {
        if (limit != null && (limit < 1 || limit > MAX_LIMIT)) {
            throw Refusal.invalid("/limit", "out-of-range", "The limit is a number from 1 to " + MAX_LIMIT + ".");
        }
        return limit;
    }

    private static @Nullable Instant future(@Nullable Instant time, Instant now) {
        if (time != null && !time.isAfter(now)) {
            throw Refusal.invalid("/deadline", "past", "A deadline lies in the future.");
        }
        return time;
    }
}
