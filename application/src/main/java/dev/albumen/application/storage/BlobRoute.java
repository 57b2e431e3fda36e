package dev.albumen.application.storage;

import java.util.Optional;

/**
 * Where to look for blobs now, and where to put them.
 *
 * @param first where to look for a blob
 * @param second where to look for one that is not there
 * @param writes where to put one; {@code first} or {@code second}
 * @param complete whether every original is in {@code first}
 */
public record BlobRoute(BlobPlace first, Optional<BlobPlace> second, BlobPlace writes, boolean complete) {

    public BlobRoute {
        if (writes != first && second.filter(writes::equals).isEmpty()) {
            throw new IllegalArgumentException("written to " + writes + " and read elsewhere");
        }
    }

    /** Whether every original is there and stays there. */
    public boolean isAllIn(BlobPlace place) {
        return complete && first == place;
    }
}
