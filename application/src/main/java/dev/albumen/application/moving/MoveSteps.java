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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
            return Optional.of(turn(move));
        }
        return switch (move.phase()) {
            case SETTLING -> Optional.of(isOver(move, StorageMove.SETTLING) ? Step.of(move.at(Phase.COPYING, now())) : Step.waiting(move));
            case COPYING -> move.place().equals(SourceListing.END) ? copyAgain(move) : copyOn(move, announcement);
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

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
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

    /** What was announced by somebody who died over it, and what was not good the first time. */
    private Optional<Step> copyAgain(StorageMove move) {
        List<BlobMove> left = SourceListing.upToMostBytes(
                transactions.read(() -> moves.in(move.id(), BlobMove.State.COPYING, BATCH)), BlobMove::byteSize);
        return Optional.of(left.isEmpty() ? Step.of(move.at(Phase.KEEPING, now())) : copied(move, left, move.place()));
    }

    private Step copied(StorageMove move, List<BlobMove> blobs, String next) {
        CopyBlobs.Copied copied = copies.copy(move, blobs);
        boolean outage = !copied.problem().isEmpty();
        StorageMove further = move.further(outage ? move.place() : next, copied.tally(), copied.problem(), now());
        return new Step(further, copied.changed(), copied.over(), outage ? Step.Then.WAIT : Step.Then.GO_ON);
    }

    private Step delete(StorageMove move) {
        List<BlobMove> kept = transactions.read(() -> moves.in(move.id(), BlobMove.State.KEPT, BATCH));
        if (kept.isEmpty()) {
            return Step.of(move.at(Phase.CHECKING, now()));
        }
        BlobStore from = places.at(move.from());
        long deleted = 0;
        for (BlobMove blob : kept) {
            // What was put there since, or is not where it was copied to, is found again by the check, and copied.
            if (isAsCopied(from, blob) && places.at(move.to()).stat(blob.key()).filter(there -> there.byteSize() == blob.byteSize()).isPresent()) {
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

    private Step check(StorageMove move) {
        SourceListing source = new SourceListing(places.at(move.from()), BATCH);
        long failed = transactions.read(() -> moves.count(move.id())).getOrDefault(BlobMove.State.FAILED, 0L);
        for (String place = ""; !place.equals(SourceListing.END);) {
            SourceListing.Batch batch = source.after(place);
            if (batch.blobs().stream().anyMatch(blob -> !isFailed(move.id(), blob.key()))) {
                return Step.of(move.at(Phase.COPYING, now()));
            }
            place = batch.next();
        }
        if (failed > 0) {
            return Step.waiting(move.in(State.STUCK, now()));
        }
        return source.isAnythingPassing() ? Step.waiting(move.further("", Tally.NONE, "uploads are on their way in the old place", now()))
                : Step.of(move.in(State.FINISHED, now()));
    }

    private boolean isFailed(UUID move, BlobKey key) {
        return Optional.ofNullable(transactions.read(() -> moves.known(move, List.of(key))).get(key))
                .filter(blob -> blob.state() == BlobMove.State.FAILED).isPresent();
    }

    /** Copies that are in doubt go, since the place that they are in is read first from now on. */
    private Step turn(StorageMove move) {
        List<BlobMove> doubtful = transactions.read(() -> moves.in(move.id(), BlobMove.State.COPYING, BATCH));
        if (doubtful.isEmpty()) {
            return Step.anew(move.turned(now()));
        }
        BlobStore from = places.at(move.from());
        BlobStore to = places.at(move.to());
        List<BlobKey> over = new ArrayList<>();
        for (BlobMove blob : doubtful) {
            Pace pace = new Pace(null);
            Optional<?> old = BlobHash.of(from, blob.key(), pace);
            if (old.isPresent() && !old.equals(BlobHash.of(to, blob.key(), pace))) {
                to.delete(blob.key());
            }
            over.add(blob.key());
        }
        return new Step(move.further(move.place(), Tally.NONE, "", now()), List.of(), over, Step.Then.GO_ON);
    }
}
