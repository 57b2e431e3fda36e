package dev.albumen.application.moving;

import dev.albumen.application.storage.BlobPlace;
import dev.albumen.application.storage.BlobPlaces;
import dev.albumen.application.storage.BlobRoute;
import dev.albumen.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All blobs on their way from one place to the other, as far as they have come.
 *
 * @param turning whether it goes the other way as soon as every node knows of its phase
 * @param trusted whether the new place is read first: once all copies are known to be good, or from the beginning where it was
 *     before. Of a blob in both places the one that is read first stays, unless its hash is wrong
 * @param place where copying goes on: after this key, or with this folder; {@link #END} for nowhere
 * @param phaseAt when the phase began
 * @param startedBy {@code null} where it was started beside the instance
 * @param finishedAt {@code null} while it goes on
 * @param problem of a storage that does not answer; empty for none
 * @param worker who takes its steps at present; {@code null} for nobody
 * @param version rises with every step, so that of two who take the same step one fails
 */
public record StorageMove(
        UUID id, BlobPlace from, BlobPlace to, State state, Phase phase, boolean turning, boolean trusted,
        String place, Manner manner,
        Instant startedAt, @Nullable UserId startedBy, Instant phaseAt, Instant updatedAt, @Nullable Instant finishedAt,
        Tally tally, String problem, @Nullable UUID worker, long version) {

    /**
     * As long as every node may take to see a change: no phase that others must know of is left sooner. Nodes look at least
     * each {@link #SEEN_WITHIN}.
     */
    public static final Duration SETTLING = Duration.ofSeconds(3);

    /** The place after every key: each blob was met once. */
    public static final String END = "~";

    /** No node goes by anything older. */
    public static final Duration SEEN_WITHIN = Duration.ofSeconds(2);

    /** {@code STUCK}: all is copied but some blobs that cannot be, and nothing was taken from the old place. */
    public enum State { RUNNING, PAUSED, STUCK, FINISHED }

    /**
     * What is being done. {@code SETTLING}: nodes learn of it. {@code COPYING}: reads go to the old place first unless the new
     * one is trusted, writes to the new one. {@code KEEPING}: reads go to the new place first, and the old has everything
     * still. {@code DELETING}: what was copied goes from the old place. {@code CHECKING}: is anything left there?
     */
    public enum Phase { SETTLING, COPYING, KEEPING, DELETING, CHECKING }

    /**
     * How it is done.
     *
     * @param rateMib how many MiB a second are read at most in either place, and so copied; {@code null} for as many as can be
     * @param keep how long the old place has everything still that was copied
     */
    public record Manner(@Nullable Integer rateMib, Duration keep) {

        public static final int MOST_MIB = 10_000;
        public static final Duration LONGEST = Duration.ofDays(30);

        public Manner {
            if (rateMib != null && (rateMib < 1 || rateMib > MOST_MIB) || keep.isNegative() || keep.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(rateMib + " MiB/s, kept for " + keep);
            }
        }

        /** As a row says, whoever wrote it: one that asks for more than is allowed gets as much as is, and stays readable. */
        public static Manner stored(@Nullable Integer rateMib, long keepSeconds) {
            return new Manner(rateMib == null ? null : Math.clamp(rateMib, 1, MOST_MIB),
                    Duration.ofSeconds(Math.clamp(keepSeconds, 0, LONGEST.toSeconds())));
        }
    }

    /**
     * @param copied blobs that are in the new place, whole, by their hash
     * @param copiedBytes of them
     * @param deleted blobs that are gone from the old place
     * @param retried copies that were not good and were made again
     */
    public record Tally(long copied, long copiedBytes, long deleted, long retried) {

        public static final Tally NONE = new Tally(0, 0, 0, 0);

        Tally plus(Tally more) {
            return new Tally(copied + more.copied, copiedBytes + more.copiedBytes, deleted + more.deleted, retried + more.retried);
        }
    }

    /** A new one. @param trusted whether its blobs are read there first as it is */
    public static StorageMove begin(UUID id, BlobPlace to, boolean trusted, Manner manner, @Nullable UserId by, Instant now) {
        return new StorageMove(id, to.other(), to, State.RUNNING, Phase.SETTLING, false, trusted, "", manner, now, by, now, now, null,
                Tally.NONE, "", null, 1);
    }

    public boolean finished() {
        return state == State.FINISHED;
    }

    /** @param here the places that this node has */
    public BlobRoute route(BlobPlaces here) {
        if (finished()) {
            // What was put at an old address meanwhile is found as long as the old place is known.
            return new BlobRoute(to, Optional.of(from).filter(here::have), to, true);
        }
        return trusted || isPastCopying() ? new BlobRoute(to, Optional.of(from), to, false)
                : new BlobRoute(from, Optional.of(to), phase == Phase.SETTLING ? from : to, false);
    }

    /** All copies are known to be good. */
    private boolean isPastCopying() {
        return phase != Phase.SETTLING && phase != Phase.COPYING;
    }

    StorageMove in(State newState, Instant now) {
        return new StorageMove(id, from, to, newState, phase, turning, trusted, place, manner, startedAt, startedBy, phaseAt, now,
                newState == State.FINISHED ? now : null, tally, problem, worker, version + 1);
    }

    StorageMove at(Phase newPhase, Instant now) {
        return new StorageMove(id, from, to, State.RUNNING, newPhase, turning, trusted || isPastCopying() || newPhase == Phase.KEEPING, "",
                manner, startedAt, startedBy, now, now, null, tally, "", worker, version + 1);
    }

    /** What failed is tried again, and nothing else. */
    StorageMove again(Instant now) {
        return new StorageMove(id, from, to, State.RUNNING, Phase.COPYING, turning, trusted || isPastCopying(), END, manner,
                startedAt, startedBy, phase == Phase.COPYING ? phaseAt : now, now, null, tally, "", worker, version + 1);
    }

    StorageMove further(String newPlace, Tally more, String newProblem, Instant now) {
        return new StorageMove(id, from, to, state, phase, turning, trusted, newPlace, manner, startedAt, startedBy, phaseAt, now,
                finishedAt, tally.plus(more), newProblem, worker, version + 1);
    }

    /** It is to go back; or, asked again, is not. */
    StorageMove toTurn(Instant now) {
        return new StorageMove(id, from, to, State.RUNNING, phase, !turning, trusted, place, manner, startedAt, startedBy, phaseAt, now,
                null, tally, "", worker, version + 1);
    }

    /** The place that is read first stays the same. */
    StorageMove turned(Instant now) {
        return new StorageMove(id, to, from, State.RUNNING, Phase.SETTLING, false, !(trusted || isPastCopying()), "", manner, startedAt,
                startedBy, now, now, null, Tally.NONE, "", worker, version + 1);
    }

    /** @param newWorker {@code null} for nobody */
    StorageMove by(@Nullable UUID newWorker, Instant now) {
        return new StorageMove(id, from, to, state, phase, turning, trusted, place, manner, startedAt, startedBy, phaseAt, now,
                finishedAt, tally, problem, newWorker, version + 1);
    }

    /** No step. */
    StorageMove renewed(Instant now) {
        return new StorageMove(id, from, to, state, phase, turning, trusted, place, manner, startedAt, startedBy, phaseAt, now,
                finishedAt, tally, problem, worker, version);
    }

    StorageMove with(Manner newManner, Instant now) {
        return new StorageMove(id, from, to, state, phase, turning, trusted, place, newManner, startedAt, startedBy, phaseAt, now,
                finishedAt, tally, problem, worker, version + 1);
    }
}
