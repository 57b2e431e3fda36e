package dev.albumen.application.transfer;

import dev.albumen.application.shared.Transactions;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.user.StorageQuota;
import dev.albumen.domain.shared.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Ends imports whose time is over, forgets old ones, and removes archives that no import needs. */
public final class ExpireImports {

    static final String EXPIRED = "expired";
    /** An archive may be there for so long before its import. */
    private static final Duration GRACE = Duration.ofHours(1);
    private static final int ROWS = 100;
    private static final int BLOBS = 1000;

    private final Transactions transactions;
    private final ArchiveImports imports;
    private final StorageQuota quota;
    private final BlobStore blobs;
    private final InstantSource clock;

    ExpireImports(Transactions transactions, ArchiveImports imports, StorageQuota quota, BlobStore blobs, InstantSource clock) {
        this.transactions = transactions;
        this.imports = imports;
        this.quota = quota;
        this.blobs = blobs;
        this.clock = clock;
    }

    public void handle(Viewer viewer) {
        viewer.requireWorker();
        Instant now = clock.instant();
        transactions.read(() -> imports.expired(now, ROWS)).forEach(id -> transactions.writing(() ->
                imports.find(id).filter(found -> !found.finished()).filter(found -> imports.save(found.ended(EXPIRED, now), List.of()))
                        .ifPresent(found -> quota.giveUp(found.reservation()))));
        transactions.read(() -> imports.finished(now.minus(ImportLimits.TOLD), ROWS)).forEach(id -> transactions.writing(() -> imports.remove(id)));
        sweep(now.minus(GRACE));
    }

    private void sweep(Instant before) {
        Optional<BlobKey> after = Optional.empty();
        List<BlobStore.Stat> batch;
        do {
            batch = blobs.list(BlobKey.IMPORTS, after, BLOBS);
            Map<UUID, BlobKey> old = new HashMap<>();
            batch.stream().filter(blob -> blob.modifiedAt().isBefore(before)).map(BlobStore.Stat::key)
                    .forEach(key -> id(key).ifPresent(id -> old.put(id, key)));
            Set<UUID> needed = transactions.read(() -> imports.going(old.keySet()));
            old.forEach((id, key) -> {
                if (!needed.contains(id)) {
                    blobs.delete(key);
                }
            });
            after = batch.isEmpty() ? after : Optional.of(batch.getLast().key());
        } while (batch.size() == BLOBS);
    }

    private static Optional<UUID> id(BlobKey key) {
        try {
            return Optional.of(UUID.fromString(key.fileName()));
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }
}
