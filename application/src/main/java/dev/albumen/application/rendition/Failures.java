package dev.albumen.application.rendition;

import dev.albumen.application.storage.BlobKey;
import dev.albumen.domain.shared.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What could not be made rests a while before it is tried again. */
final class Failures {

    private static final Duration REST = Duration.ofMinutes(10);
    private static final int REMEMBERED = 10_000;

    private final Map<BlobKey, Failure> failed = new ConcurrentHashMap<>();
    private final InstantSource clock;

    Failures(InstantSource clock) {
        this.clock = clock;
    }

    private record Failure(@Nullable String reason, Instant until) {}

    /** @param reason why it cannot be made, for people to read; {@code null} where the picture is not at fault */
    void note(BlobKey key, @Nullable String reason) {
        if (failed.size() >= REMEMBERED) {
            failed.clear();
        }
        failed.put(key, new Failure(reason, clock.instant().plus(REST)));
    }

    boolean rests(BlobKey key) {
        return failure(key) != null;
    }

    /** Refuses what rests and is at fault itself. */
    void require(BlobKey key) {
        Failure failure = failure(key);
        if (failure != null && failure.reason() != null) {
            throw new Refusal.Conflict("rendition-failed", "The image cannot be shown in this size: " + failure.reason()).thrown();
        }
    }

    private @Nullable Failure failure(BlobKey key) {
        Failure failure = failed.get(key);
        if (failure == null || !clock.instant().isAfter(failure.until())) {
            return failure;
        }
        failed.remove(key, failure);
        return null;
    }
}
