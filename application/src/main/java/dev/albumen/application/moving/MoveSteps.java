package dev.albumen.application.moving;

import dev.albumen.application.moving.StorageMove.Phase;
import dev.albumen.application.moving.StorageMove.State;
import dev.albumen.application.moving.StorageMove.Tally;
import dev.albumen.application.shared.Transactions;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobPlaces;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.BlobSums;
import dev.albumen.application.storage.StagingArea;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What is to be done next in a move, by its phase. */
final class MoveSteps {

    private static final int BATCH = 100;

    private final Transactions transactions;
    private final StorageMoves moves;
    private final BlobPlaces places;
    private final CopyBlobs copies;

    MoveSteps(Transactions transactions, StorageMoves moves, BlobPlaces places, StagingArea staging, BlobSums sums) {
        this.transactions = transactions;
        this.moves = moves;
        this.places = places;
        this.copies = new CopyBlobs(places, staging, sums);
    }

    /**
     * Takes a step.
     *
     * @param announcement has kept what is about to be copied; false where somebody else goes on with the move
     */
    Optional<Step> take(StorageMove move, Predicate<List<BlobMove>> announcement) {
        if (move.turning()) {
            return Optional.of(isSettled(move) ? Step.anew(move.turned(now())) : Step.waiting(move));
        }
        return switch (move.phase()) {
            case SETTLING -> Optional.of(isSettled(move) ? Step.of(move.at(Phase.COPYING, now())) : Step.waiting(move));
            case COPYING -> isSettled(move) ? copy(move, announcement) : Optional.of(Step.waiting(move));
            case KEEPING -> Optional.of(isOver(move, longer(move.manner().keep(), StorageMove.SETTLING))
                    ? Step.of(move.at(Phase.DELETING, now())) : Step.waiting(move));
            case DELETING -> Optional.of(delete(move));
            case CHECKING -> Optional.of(check(move));
        };
    }

    private Instant now() {
        return moves.now();
    }

    private boolean isOver(StorageMove move, Duration pause) {
        return !now().isBefore(move.phaseAt().plus(pause));
    }

    /** Every node knows of its phase, and goes by it. */
    private boolean isSettled(StorageMove move) {
        return isOver(move, StorageMove.SETTLING);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private Optional<Step> copy(StorageMove move, Predicate<List<BlobMove>> announcement) {
        return move.place().equals(StorageMove.END) ? Optional.of(copyAgain(move)) : copyOn(move, announcement);
    }

    private Optional<Step> copyOn(StorageMove move, Predicate<List<BlobMove>> announcement) {
        SourceListing.Batch batch = new SourceListing(places.at(move.from()), BATCH).after(move.place());
        List<BlobKey> keys = batch.blobs().stream().map(BlobStore.Stat::key).toList();
        Map<BlobKey, BlobMove> known = transactions.read(() -> moves.known(move.id(), keys));
        List<BlobMove> next = batch.blobs().stream().filter(blob -> !known.containsKey(blob.key()))
                .map(blob -> BlobMove.begin(blob.key(), blob.byteSize())).toList();
        if (!next.isEmpty() && !announcement.test(next)) {
            return Optional.empty();
        }
        return Optional.of(copied(move, next, batch.next()));
    }

    /**
     * What was announced by somebody who died over it, and what was not good the first time. Reads go elsewhere only where
     * nothing failed.
     */
    private Step copyAgain(StorageMove move) {
        List<BlobMove> left = SourceListing.upToMostBytes(in(move, BlobMove.State.COPYING), BlobMove::byteSize);
        if (left.isEmpty()) {
            return in(move, BlobMove.State.FAILED).isEmpty() ? Step.of(move.at(Phase.KEEPING, now()))
                    : Step.waiting(move.in(State.STUCK, now()));
        }
        Step step = copied(move, left, move.place());
        boolean vain = left.getFirst().tries() > 0 && step.move().tally().copied() == move.tally().copied() && step.over().isEmpty();
        return vain ? step.then(Step.Then.REST) : step;
    }

    private List<BlobMove> in(StorageMove move, BlobMove.State state) {
        return transactions.read(() -> moves.in(move.id(), state, BATCH));
    }

    private Step copied(StorageMove move, List<BlobMove> blobs, String next) {
        CopyBlobs.Copied copied = copies.copy(move, blobs, () -> in(move, BlobMove.State.KEPT));
        boolean outage = !copied.problem().isEmpty();
        StorageMove further = move.further(outage ? move.place() : next, copied.tally(), copied.problem(), now());
        return new Step(further, copied.changed(), copied.over(), outage ? Step.Then.REST : Step.Then.GO_ON);
    }

    private Step delete(StorageMove move) {
        List<BlobMove> kept = in(move, BlobMove.State.KEPT);
        if (kept.isEmpty()) {
            return Step.of(move.at(Phase.CHECKING, now()));
        }
        BlobStore from = places.at(move.from());
        long deleted = 0;
        for (BlobMove blob : kept) {
            // What was put there since, or is not where it was copied to, is found again by the check, and copied.
            if (isAsCopied(from, blob) && isWhereItBelongs(places.at(move.to()), blob)) {
                from.delete(blob.key());
                deleted++;
            }
        }
        return new Step(move.further("", new Tally(0, 0, deleted, 0), "", now()), List.of(), kept.stream().map(BlobMove::key).toList(),
                Step.Then.GO_ON);
    }

    private static boolean isAsCopied(BlobStore from, BlobMove blob) {
        return from.stat(blob.key())
                .filter(there -> there.byteSize() == blob.byteSize())
                .filter(there -> there.modifiedAt().truncatedTo(ChronoUnit.MICROS).equals(blob.modifiedAt())).isPresent();
    }

    /** A rendition that was made anew there may have any size. */
    private static boolean isWhereItBelongs(BlobStore to, BlobMove blob) {
        return to.stat(blob.key()).filter(there -> !blob.key().isHash() || there.byteSize() == blob.byteSize()).isPresent();
    }

    private Step check(StorageMove move) {
        SourceListing source = new SourceListing(places.at(move.from()), BATCH);
        if (source.isAnythingLeft()) {
            return Step.of(move.at(Phase.COPYING, now()));
        }
        return source.isAnythingPassing() ? Step.waiting(move.further("", Tally.NONE, "uploads are on their way in the old place", now()))
                : Step.of(move.in(State.FINISHED, now()));
    }
}
