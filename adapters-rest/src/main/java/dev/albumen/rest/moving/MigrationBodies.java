package dev.albumen.rest.moving;

import dev.albumen.application.moving.BlobMove;
import dev.albumen.application.moving.ReadStorageMove.Progress;
import dev.albumen.application.moving.StorageMove;
import dev.albumen.application.moving.StorageMove.Manner;
import dev.albumen.application.storage.BlobPlace;
import dev.albumen.domain.shared.Refusal;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The move of the storage as it comes in and goes out. */
final class MigrationBodies {

    private MigrationBodies() {}

    /**
     * @param to with {@code start}: where every blob is to be
     * @param rateMib with {@code start}: how many MiB a second are read in either place at most, and so copied; without it, as
     *     many as can be
     * @param keepSeconds with {@code start}: how long the old place keeps what was copied; an hour without it
     */
    @Introspected
    @Schema(name = "StorageMigrationAction", example = "{\"action\": \"start\", \"to\": \"s3\", \"rateMib\": 20, \"keepSeconds\": 3600}")
    record Action(
            @Schema(allowableValues = {"start", "pause", "resume", "reverse"}) @Nullable String action,
            @Schema(allowableValues = {"disk", "s3"}) @Nullable String to, @Nullable Integer rateMib, @Nullable Long keepSeconds) {

        private static final Duration KEEP = Duration.ofHours(1);

        BlobPlace place() {
            return BlobPlace.parse(String.valueOf(to)).orElseThrow(() -> Refusal.invalid("/to", "unknown-place", "This is disk or s3."));
        }

        Manner manner() {
            if (rateMib != null && (rateMib < 1 || rateMib > Manner.MOST_MIB)) {
                throw Refusal.invalid("/rateMib", "out-of-range", "This is between 1 and " + Manner.MOST_MIB + ".");
            }
            if (keepSeconds != null && (keepSeconds < 0 || keepSeconds > Manner.LONGEST.toSeconds())) {
                throw Refusal.invalid("/keepSeconds", "out-of-range", "This is between 0 and " + Manner.LONGEST.toSeconds() + ".");
            }
            return new Manner(rateMib, keepSeconds == null ? KEEP : Duration.ofSeconds(keepSeconds));
        }
    }

    /** @param migration the latest; null where the storage never was moved */
    @Serdeable.Serializable
    @Schema(name = "StorageMigrationState", example = """
            {"migration": {"id": "0190a1de-7c00-7000-8000-00000000000a", "from": "disk", "to": "s3", "state": "running",
             "phase": "copying", "reversing": false, "at": "originals/4a/", "rateMib": 20, "keepSeconds": 3600,
             "startedAt": "2026-01-02T12:00:00Z", "phaseAt": "2026-01-02T12:00:03Z", "updatedAt": "2026-01-02T12:05:00Z",
             "finishedAt": null, "copied": 1200, "copiedBytes": 3600000000, "deleted": 0, "retried": 2, "inDoubt": 0,
             "inBothPlaces": 1200, "failed": 0, "failures": [], "problem": null}}""")
    record State(@Nullable Migration migration) {}

    /**
     * @param state stuck: some blobs cannot be copied; nothing was taken from the old place, and it is read first
     * @param phase settling: nodes learn of it; copying: reads go to the old place first, writes to the new one; keeping: reads go
     *     to the new place first; deleting: what was copied goes from the old place; checking: is anything left there?
     * @param reversing whether it goes the other way within some seconds
     * @param at the folder that copying has come to
     * @param copied blobs that were copied and whose hash was compared
     * @param deleted blobs that are gone from the old place
     * @param retried copies that were not good and were made again
     * @param inDoubt blobs that are being copied
     * @param inBothPlaces blobs that the old place keeps still
     * @param failed blobs that could not be copied, which nothing was taken of
     * @param failures some of them
     * @param problem of a storage that does not answer
     */
    @Serdeable.Serializable
    @Schema(name = "StorageMigration")
    record Migration(
            UUID id, String from, String to,
            @Schema(allowableValues = {"running", "paused", "stuck", "finished"}) String state,
            @Schema(allowableValues = {"settling", "copying", "keeping", "deleting", "checking"}) String phase, boolean reversing,
            String at, @Nullable Integer rateMib, long keepSeconds, Instant startedAt, Instant phaseAt, Instant updatedAt,
            @Nullable Instant finishedAt, long copied, long copiedBytes, long deleted, long retried, long inDoubt, long inBothPlaces,
            long failed, List<Failure> failures, @Nullable String problem) {

        private static final int FOLDER = 3;

        static Migration of(Progress progress) {
            StorageMove move = progress.move();
            StorageMove.Tally tally = move.tally();
            return new Migration(move.id(), move.from().word(), move.to().word(), word(move.state()), word(move.phase()), move.turning(),
                    folder(move.place()), move.manner().rateMib(), move.manner().keep().toSeconds(), move.startedAt(), move.phaseAt(),
                    move.updatedAt(), move.finishedAt(), tally.copied(), tally.copiedBytes(), tally.deleted(), tally.retried(),
                    count(progress, BlobMove.State.COPYING), count(progress, BlobMove.State.KEPT), count(progress, BlobMove.State.FAILED),
                    progress.failed().stream().map(Failure::of).toList(), move.problem().isEmpty() ? null : move.problem());
        }

        private static long count(Progress progress, BlobMove.State state) {
            return progress.blobs().getOrDefault(state, 0L);
        }

        private static String word(Enum<?> value) {
            return value.name().toLowerCase(Locale.ROOT);
        }

        /** The beginning of the key, which tells how far it is, as keys are spread evenly. */
        private static String folder(String place) {
            int slash = place.indexOf('/');
            return slash < 0 ? "" : place.substring(0, Math.min(place.length(), slash + 1 + FOLDER));
        }
    }

    @Serdeable.Serializable
    @Schema(name = "StorageMigrationFailure", example = """
            {"blob": "logos/4a/2f/4a2f0000000000000000000000000000000000000000000000000000000000ff", "tries": 5,
             "problem": "the old place gives other bytes than it should"}""")
    record Failure(String blob, int tries, String problem) {

        static Failure of(BlobMove blob) {
            return new Failure(blob.key().value(), blob.tries(), blob.problem());
        }
    }
}
