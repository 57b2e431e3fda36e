package dev.albumen.application.storage;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes blobs that no image has: what is left of uploads that broke off and of images that were purged, and renditions
 * that were made anew for every image of their content, with those that bear a mark; and logos that nobody has. A blob younger than the grace may belong to an upload that is
 * still on its way to its row, so it stays.
 */
public final class SweepBlobs {

    private static final Logger LOG = LoggerFactory.getLogger(SweepBlobs.class);
    private static final int BATCH = 1000;

    private final Transactions transactions;
    private final BlobStore blobs;
    private final BlobClaims claims;
    private final Orphans orphans;
    private final InstantSource clock;

    public SweepBlobs(Transactions transactions, BlobStore blobs, BlobClaims claims, InstantSource clock) {
        this.transactions = transactions;
        this.blobs = blobs;
        this.claims = claims;
        this.orphans = new Orphans(claims);
        this.clock = clock;
    }

    /** @param grace how long a blob may be without a row */
    public record Command(Duration grace) {}

    /** How many blobs went. */
    public int handle(Viewer viewer, Command command) {
        viewer.requireWorker();
        Instant before = clock.instant().minus(command.grace());
        int removed = sweep(BlobKey.ORIGINALS, before) + sweep(BlobKey.RENDITIONS, before) + sweep(BlobKey.LOGOS, before);
        if (removed > 0) {
            LOG.info("swept {} blobs that no image has", removed);
        }
        return removed;
    }

    private int sweep(String prefix, Instant before) {
        int removed = 0;
        Optional<BlobKey> after = Optional.empty();
        List<BlobStore.Stat> batch;
        do {
            batch = blobs.list(prefix, after, BATCH);
            removed += removeUnclaimed(batch.stream().filter(blob -> !blob.modifiedAt().isAfter(before)).toList(), before);
            after = batch.isEmpty() ? after : Optional.of(batch.getLast().key());
        } while (batch.size() == BATCH);
        return removed;
    }

    private int removeUnclaimed(List<BlobStore.Stat> old, Instant before) {
        int removed = 0;
        for (BlobStore.Stat blob : orphans.among(old)) {
            if (transactions.write(() -> removeUnclaimed(blob.key(), before))) {
                removed++;
            }
        }
        return removed;
    }

    /** Decides once more under the content's lock, which an upload holds while its row comes to be. */
    private boolean removeUnclaimed(BlobKey key, Instant before) {
        claims.lock(key.content().orElseThrow());
        Optional<BlobStore.Stat> old = blobs.stat(key).filter(now -> !now.modifiedAt().isAfter(before));
        if (old.isEmpty() || orphans.among(List.of(old.get())).isEmpty()) {
            return false;
        }
        blobs.delete(key);
        return true;
    }
}
