package dev.albumen.application.moving;

import dev.albumen.application.storage.BlobKey;
import java.util.List;

/**
 * A step of a move that was taken and is to be kept.
 *
 * @param changed blobs as they are on their way now
 * @param over blobs whose way is over
 * @param then how it goes on
 */
record Step(StorageMove move, List<BlobMove> changed, List<BlobKey> over, Then then) {

    /**
     * {@code WAIT}: there is nothing to do for the moment. {@code REST}: nor for some time. {@code ANEW}: every blob's way
     * begins anew.
     */
    enum Then { GO_ON, WAIT, REST, ANEW }

    static Step of(StorageMove move) {
        return new Step(move, List.of(), List.of(), Then.GO_ON);
    }

    static Step waiting(StorageMove move) {
        return new Step(move, List.of(), List.of(), Then.WAIT);
    }

    Step then(Then newThen) {
        return new Step(move, changed, over, newThen);
    }

    static Step anew(StorageMove move) {
        return new Step(move, List.of(), List.of(), Then.ANEW);
    }
}
