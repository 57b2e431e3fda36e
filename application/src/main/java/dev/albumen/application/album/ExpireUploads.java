package dev.albumen.application.album;

import dev.albumen.application.shared.Transactions;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.user.StorageQuota;
import dev.albumen.domain.shared.UploadId;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends uploads whose time is over: gives back what they reserved, and removes their bytes with all others that no open
 * upload needs. A completed upload's image has its own bytes, which are none of these.
 */
public final class ExpireUploads {

    private static final Logger LOG = LoggerFactory.getLogger(ExpireUploads.class);
    private static final int ROWS = 100;
    private static final int BLOBS = 1000;

    private final Transactions transactions;
    private final Uploads uploads;
    private final StorageQuota quota;
    private final BlobStore blobs;
    private final InstantSource clock;

    public ExpireUploads(Transactions transactions, Uploads uploads, StorageQuota quota, BlobStore blobs, InstantSource clock) {
        this.transactions = transactions;
        this.uploads = uploads;
        this.quota = quota;
        this.blobs = blobs;
        this.clock = clock;
    }

    /** How many uploads ended, those included that were completed and are forgotten now. */
    public int handle(Viewer viewer) {
        viewer.requireWorker();
        Instant now = clock.instant();
        int ended = 0;
        List<UploadId> batch;
        do {
            batch = transactions.read(() -> uploads.expired(now, ROWS));
            batch.forEach(id -> transactions.writing(() -> end(id)));
            ended += batch.size();
        } while (batch.size() == ROWS);
        sweep();
        return ended;
    }

    private void end(UploadId id) {
        // Waits for whoever completes it this moment.
        uploads.lock(id).ifPresent(upload -> {
            uploads.remove(id);
            quota.giveUp(upload.reservation());
        });
    }

    /** Bytes may also come late, at an address that was handed out, or stay when a node dies. */
    private void sweep() {
        int removed = 0;
        Optional<BlobKey> after = Optional.empty();
        List<BlobKey> batch;
        do {
            batch = blobs.list(BlobKey.UPLOADS, after, BLOBS).stream().map(BlobStore.Stat::key).toList();
            removed += removeUnneeded(batch);
            after = batch.isEmpty() ? after : Optional.of(batch.getLast());
        } while (batch.size() == BLOBS);
        if (removed > 0) {
            LOG.info("removed the bytes of {} uploads that nobody will complete", removed);
        }
    }

    /** An upload is kept before its address is handed out, so bytes that are there now and not needed never will be. */
    private int removeUnneeded(List<BlobKey> keys) {
        Set<UploadId> there = keys.stream().flatMap(key -> key.upload().stream()).collect(Collectors.toSet());
        Set<UploadId> needed = transactions.read(() -> uploads.open(there));
        Set<UploadId> doomed = there.stream().filter(Predicate.not(needed::contains)).collect(Collectors.toSet());
        keys.stream().filter(key -> key.upload().filter(doomed::contains).isPresent()).forEach(blobs::delete);
        return doomed.size();
    }
}
