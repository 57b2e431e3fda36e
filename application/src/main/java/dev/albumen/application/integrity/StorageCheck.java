package dev.albumen.application.integrity;

import dev.albumen.domain.shared.UserId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of all rows with all blobs, as far as it has come.
 *
 * @param repairs whether renditions that are missing are made anew
 * @param startedBy {@code null} where it was started beside the instance
 * @param finishedAt {@code null} while it goes on
 * @param place where it goes on within the phase: after this content, or after this key
 * @param contents how many contents there were at its start
 * @param version rises with every step, so that of two who take the same step one fails
 */
public record StorageCheck(
        UUID id, boolean repairs, Instant startedAt, @Nullable UserId startedBy, Instant updatedAt, @Nullable Instant finishedAt,
        Phase phase, String place, long contents, Tally tally, long version) {

    /** From rows to their blobs, and then from blobs to their rows. */
    public enum Phase { ORIGINALS, BLOBS, DONE }

    /**
     * What was found so far. Equal bytes are one blob, however many images have them.
     *
     * @param checkedContents originals that were looked for
     * @param checkedBytes of originals that were read
     * @param missing originals that are not there
     * @param truncated originals that are shorter than they were
     * @param altered originals of other bytes
     * @param missingRenditions renditions that an image is shown with and that are not there, or not whole
     * @param rerendered images whose renditions are made anew for that
     * @param listedBlobs blobs that were looked at from the store's side
     * @param orphans blobs that nothing needs
     * @param youngOrphans those of them that may belong to an upload on its way
     */
    public record Tally(
            long checkedContents, long checkedBytes, long missing, long truncated, long altered, long missingRenditions,
            long rerendered, long listedBlobs, long orphans, long youngOrphans) {

        public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

        Tally plus(Tally more) {
            return new Tally(checkedContents + more.checkedContents, checkedBytes + more.checkedBytes, missing + more.missing,
                    truncated + more.truncated, altered + more.altered, missingRenditions + more.missingRenditions,
                    rerendered + more.rerendered, listedBlobs + more.listedBlobs, orphans + more.orphans,
                    youngOrphans + more.youngOrphans);
        }
    }

    /** A new one. */
    public static StorageCheck begin(UUID id, boolean repairs, @Nullable UserId by, long contents, Instant now) {
        return new StorageCheck(id, repairs, now, by, now, null, Phase.ORIGINALS, "", contents, Tally.NONE, 1);
    }

    public boolean finished() {
        return phase == Phase.DONE;
    }

    StorageCheck further(Phase newPhase, String newPlace, Tally more, Instant now) {
        return new StorageCheck(id, repairs, startedAt, startedBy, now, newPhase == Phase.DONE ? now : null, newPhase, newPlace,
                contents, tally.plus(more), version + 1);
    }
}
