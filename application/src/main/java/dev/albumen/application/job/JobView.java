package dev.albumen.application.job;

import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.job.JobId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job as those see it who look after the instance.
 *
 * @param kind lower-case words with dashes
 * @param image that it is about; {@code null} where it is about something else
 * @param tries how many have failed
 * @param at when it is or was due, or for a dead one, when its last try failed
 * @param lastError why the last try failed, in one line; {@code null} where none has
 * @param node that is at work on it; {@code null} where none is
 */
public record JobView(
        JobId id, String kind, State state, @Nullable ImageId image, int tries, Instant at, @Nullable Instant lastFailedAt,
        @Nullable String lastError, @Nullable String node, Instant createdAt) {

    /** How far a job has come. One that was done is gone. */
    public enum State { PENDING, RUNNING, DEAD }
}
