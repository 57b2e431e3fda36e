package dev.albumen.application.moving;

import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Goes through the blobs that are moved, folder by folder. A place is a key, a folder to begin with, or {@link StorageMove#END}. */
final class SourceListing {

    /** What is on its way to become an original stays where it was put, until it became one or expired. */
    static final List<String> FOLDERS = List.of(BlobKey.ORIGINALS, BlobKey.LOGOS, BlobKey.RENDITIONS);
    static final List<String> PASSING = List.of(BlobKey.UPLOADS, BlobKey.IMPORTS);

    static final long MOST_BYTES = 64L << 20;

    private final BlobStore from;
    private final int limit;

    SourceListing(BlobStore from, int limit) {
        this.from = from;
        this.limit = limit;
    }

    /** @param next where it goes on after these */
    record Batch(List<BlobStore.Stat> blobs, String next) {}

    /** @param place empty to begin */
    Batch after(String place) {
        String folder = FOLDERS.stream().filter(place::startsWith).findFirst().orElse(FOLDERS.getFirst());
        List<BlobStore.Stat> listed = from.list(folder, BlobKey.parse(place), limit);
        List<BlobStore.Stat> batch = upToMostBytes(listed, BlobStore.Stat::byteSize);
        if (batch.size() < listed.size() || listed.size() == limit) {
            return new Batch(batch, batch.getLast().key().value());
        }
        int following = FOLDERS.indexOf(folder) + 1;
        return new Batch(batch, following < FOLDERS.size() ? FOLDERS.get(following) : StorageMove.END);
    }

    /** At least one, so that a large blob has a batch of its own. */
    static <T> List<T> upToMostBytes(List<T> blobs, ToLongFunction<T> byteSize) {
        long sum = 0;
        for (int count = 0; count < blobs.size(); count++) {
            sum += byteSize.applyAsLong(blobs.get(count));
            if (sum >= MOST_BYTES) {
                return blobs.subList(0, count + 1);
            }
        }
        return blobs;
    }

    boolean isAnythingLeft() {
        return isAnythingIn(FOLDERS);
    }

    boolean isAnythingPassing() {
        return isAnythingIn(PASSING);
    }

    private boolean isAnythingIn(List<String> folders) {
        return folders.stream().anyMatch(folder -> !from.list(folder, Optional.empty(), 1).isEmpty());
    }
}
