package dev.albumen.application.image;

import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one item of a batch went.
 *
 * @param refusal why not; {@code null} where it went well
 */
public record Outcome(ImageId imageId, @Nullable Refusal refusal) {

    public static final int MAX_BATCH = 500;

    public boolean fine() {
        return refusal == null;
    }

    /** Runs what a refusal may end, and says how it went. */
    public static Outcome of(ImageId id, Runnable check) {
        try {
            check.run();
            return new Outcome(id, null);
        } catch (RefusedException refused) {
            return new Outcome(id, refused.refusal());
        }
    }

    /** Refuses a batch of none or of too many. */
    public static void requireBatch(List<ImageId> images) {
        if (images.isEmpty() || images.size() > MAX_BATCH) {
            throw Refusal.invalid("/imageIds", "batch-size", "Name 1 to " + MAX_BATCH + " images.");
        }
    }
}
