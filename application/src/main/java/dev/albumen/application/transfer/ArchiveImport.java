package dev.albumen.application.transfer;

import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.SessionId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.ReservationId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The bringing in of an archive, as far as it has come.
 *
 * @param sessionId of whoever began it
 * @param byteSize of the archive
 * @param place the next step
 * @param failure why it ended early; {@code null} where it did not
 * @param finishedAt {@code null} while it goes on
 * @param expiresAt when it ends if it is not finished by then
 * @param version rises with every step, so that of two who take the same step one fails
 */
public record ArchiveImport(
        UUID id, UserId ownerId, SessionId sessionId, long byteSize, int place, Tally tally, @Nullable String failure,
        Instant createdAt, Instant updatedAt, @Nullable Instant finishedAt, Instant expiresAt, long version) {

    /**
     * How many of each there are.
     *
     * @param found pictures and films
     * @param imported of them, as new images
     * @param existing of them, as images that were there already
     * @param skipped other files, and pictures of kinds that are not accepted
     * @param failed pictures that could not be imported
     */
    public record Tally(int found, int imported, int existing, int skipped, int failed) {

        Tally plus(Tally more) {
            return new Tally(found + more.found, imported + more.imported, existing + more.existing, skipped + more.skipped, failed + more.failed);
        }
    }

    static final Tally NOTHING = new Tally(0, 0, 0, 0, 0);
    static final Tally ONE_IMPORTED = new Tally(0, 1, 0, 0, 0);
    static final Tally ONE_EXISTING = new Tally(0, 0, 1, 0, 0);
    static final Tally ONE_SKIPPED = new Tally(0, 0, 0, 1, 0);
    static final Tally ONE_FAILED = new Tally(0, 0, 0, 0, 1);

    public static ArchiveImport begin(UUID id, Viewer.Member owner, long byteSize, int found, Instant now) {
        return new ArchiveImport(id, owner.userId(), owner.sessionId(), byteSize, 0, new Tally(found, 0, 0, 0, 0), null, now, now,
                null, now.plus(ImportLimits.EXPIRY), 1);
    }

    /** The same a step further. */
    public ArchiveImport further(Tally more, Instant now) {
        return new ArchiveImport(id, ownerId, sessionId, byteSize, place + 1, tally.plus(more), null, createdAt, now, null, expiresAt, version + 1);
    }

    /** The same at its end. */
    public ArchiveImport ended(@Nullable String why, Instant now) {
        return new ArchiveImport(id, ownerId, sessionId, byteSize, place, tally, why, createdAt, now, now, expiresAt, version + 1);
    }

    public boolean finished() {
        return finishedAt != null;
    }

    /** Of what its pictures take. */
    ReservationId reservation() {
        return new ReservationId(id);
    }

    /** Hides it from everybody but its owner. */
    void requireOwner(Viewer viewer) {
        if (!viewer.member().userId().equals(ownerId)) {
            throw Refusal.notFound();
        }
    }
}
