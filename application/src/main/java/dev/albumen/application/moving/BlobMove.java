package dev.albumen.application.moving;

import dev.albumen.application.storage.BlobKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One blob on its way.
 *
 * @param modifiedAt of what was copied, in microseconds; {@code null} where nothing is known to be copied
 * @param tries copies that were not good
 * @param problem of the last one; empty for none
 */
public record BlobMove(BlobKey key, State state, long byteSize, @Nullable Instant modifiedAt, int tries, String problem) {

    /**
     * {@code COPYING}: the new place may have it, whole or not. {@code KEPT}: both have it, and its hash was compared.
     * {@code FAILED}: it could not be copied, and nothing was taken from the old place. One that is gone from the old
     * place has no state any more.
     */
    public enum State { COPYING, KEPT, FAILED }

    static BlobMove begin(BlobKey key, long byteSize) {
        return new BlobMove(key, State.COPYING, byteSize, null, 0, "");
    }

    BlobMove kept(long copiedBytes, Instant copiedAsOf) {
        return new BlobMove(key, State.KEPT, copiedBytes, copiedAsOf.truncatedTo(ChronoUnit.MICROS), tries, "");
    }

    BlobMove failed(String why, int mostTries) {
        return new BlobMove(key, tries + 1 < mostTries ? State.COPYING : State.FAILED, byteSize, null, tries + 1, why);
    }
}
