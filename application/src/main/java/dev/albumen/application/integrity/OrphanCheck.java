package dev.albumen.application.integrity;

import dev.albumen.application.integrity.StorageCheck.Tally;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.Orphans;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Looks from blobs to rows, a page of the store's list at a time. */
final class OrphanCheck {

    private static final int BATCH = 1000;
    private static final List<String> FOLDERS = List.of(BlobKey.ORIGINALS, BlobKey.RENDITIONS, BlobKey.LOGOS);

    private final BlobStore blobs;
    private final Orphans orphans;

    OrphanCheck(BlobStore blobs, Orphans orphans) {
        this.blobs = blobs;
        this.orphans = orphans;
    }

    /** @param place where it goes on; empty at the end */
    record Found(Optional<String> place, Tally tally) {}

    /**
     * @param place a key, after which to go on; a folder, to begin with it; or nothing, to begin
     * @param before what is younger may belong to an upload on its way
     */
    Found check(String place, Instant before) {
        String folder = FOLDERS.stream().filter(place::startsWith).findFirst().orElse(FOLDERS.getFirst());
        List<BlobStore.Stat> batch = blobs.list(folder, BlobKey.parse(place), BATCH);
        List<BlobStore.Stat> found = orphans.among(batch).stream().filter(this::isStill).toList();
        long young = found.stream().filter(blob -> blob.modifiedAt().isAfter(before)).count();
        Tally tally = new Tally(0, 0, 0, 0, 0, 0, 0, batch.size(), found.size(), young);
        if (batch.size() == BATCH) {
            return new Found(Optional.of(batch.getLast().key().value()), tally);
        }
        int next = FOLDERS.indexOf(folder) + 1;
        return new Found(next < FOLDERS.size() ? Optional.of(FOLDERS.get(next)) : Optional.empty(), tally);
    }

    /** It may have gone, or found its row, since it was listed. */
    private boolean isStill(BlobStore.Stat blob) {
        return blobs.stat(blob.key()).isPresent() && !orphans.among(List.of(blob)).isEmpty();
    }
}
