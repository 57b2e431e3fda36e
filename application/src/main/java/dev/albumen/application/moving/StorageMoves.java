package dev.albumen.application.moving;

import dev.albumen.application.storage.BlobKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Moves of all blobs, and each blob on its way. One move at a time is under way. */
public interface StorageMoves {

    /** By the one clock that all nodes share. The times of moves are by it, since those of nodes may differ. */
    Instant now();

    /** The one that was started last. */
    Optional<StorageMove> latest();

    /** Keeps a new one. False, and nothing kept, where another is under way. */
    boolean begin(StorageMove move);

    /**
     * Keeps a step of a move, with what it did to blobs. False, and nothing kept, where somebody took that step before.
     *
     * @param move as it is after the step, of a version one higher than before
     * @param changed blobs as they are on their way now
     * @param over blobs whose way is over
     */
    boolean save(StorageMove move, List<BlobMove> changed, List<BlobKey> over);

    /** {@link #save}, and every blob's way begins anew. */
    boolean restart(StorageMove move);

    /** {@link #save}, and blobs that failed are to be copied again as if for the first time. */
    boolean retry(StorageMove move);

    /** Keeps that this worker is at the move still, where it is. That is no step, and raises no version. */
    void renew(UUID move, UUID worker);

    /** Keeps that these are about to be copied. False, and nothing kept, where the move is of another version by now. */
    boolean announce(StorageMove move, List<BlobMove> blobs);

    /** What is known of the blobs among these that are on their way. */
    Map<BlobKey, BlobMove> known(UUID move, Collection<BlobKey> keys);

    /** Some blobs in a state: those with the fewest tries first, and among equals in the order of their keys. */
    List<BlobMove> in(UUID move, BlobMove.State state, int limit);

    /** How many blobs are in each state; none are left out. */
    Map<BlobMove.State, Long> count(UUID move);
}
