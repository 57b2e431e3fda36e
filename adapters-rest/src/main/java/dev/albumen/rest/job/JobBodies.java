package dev.albumen.rest.job;

import dev.albumen.application.job.JobQueue;
import dev.albumen.application.job.JobView;
import dev.albumen.application.job.ReadJobQueue;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Jobs as they go out. */
final class JobBodies {

    private JobBodies() {}

    /**
     * @param tries how many have failed
     * @param nextRunAt when it begins at the earliest; null unless it is pending
     * @param lastError why the last try failed
     * @param node that is at work on it; null unless it is running
     */
    @Serdeable.Serializable
    @Schema(name = "Job", example = """
            {"id": "0190a1de-7c00-7000-8000-000000000009", "kind": "process-image", "state": "dead",
             "imageId": "0190a1de-7c00-7000-8000-000000000002", "tries": 5, "nextRunAt": null,
             "lastFailedAt": "2026-01-02T12:00:00Z", "lastError": "no original of the image", "node": null,
             "createdAt": "2026-01-02T11:58:00Z"}""")
    record View(
            UUID id, String kind, @Schema(allowableValues = {"pending", "running", "dead"}) String state, @Nullable UUID imageId,
            int tries, @Nullable Instant nextRunAt, @Nullable Instant lastFailedAt, @Nullable String lastError,
            @Nullable String node, Instant createdAt) {

        static View of(JobView job) {
            return new View(job.id().value(), job.kind(), job.state().name().toLowerCase(Locale.ROOT),
                    job.image() == null ? null : job.image().value(), job.tries(),
                    job.state() == JobView.State.PENDING ? job.at() : null, job.lastFailedAt(), job.lastError(), job.node(),
                    job.createdAt());
        }
    }

    /** @param pausedAt null where jobs begin */
    @Serdeable.Serializable
    @Schema(name = "JobQueue", example = """
            {"pending": 120, "running": 2, "dead": 1, "pausedAt": null, "pausedBy": null}""")
    record Queue(long pending, long running, long dead, @Nullable Instant pausedAt, @Nullable UUID pausedBy) {

        static Queue of(ReadJobQueue.Summary summary) {
            JobQueue.Counts counts = summary.counts();
            return new Queue(counts.pending(), counts.running(), counts.dead(),
                    summary.paused().map(JobQueue.Pause::since).orElse(null),
                    summary.paused().map(pause -> pause.by().value()).orElse(null));
        }
    }
}
