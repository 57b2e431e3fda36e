package dev.albumen.application.rendition;

import dev.albumen.application.storage.BlobKey;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * How far somebody goes to get bytes that may have to be made first.
 *
 * @param waits whether what is yet to be made is waited for; otherwise it is a {@link NotMadeYetException}
 * @param known tells, beyond what the node knows itself, which blobs are there
 */
record Patience(boolean waits, Predicate<BlobKey> known) {

    private static final Predicate<BlobKey> NONE = key -> false;
    static final Patience WAITS = new Patience(true, NONE);
    static final Patience WAITS_NOT = new Patience(false, NONE);

    static Patience of(boolean waits) {
        return waits ? WAITS : WAITS_NOT;
    }

    /** @param key is made where somebody wants to know it, which costs more than the other pictures of a page allow */
    boolean knows(Supplier<BlobKey> key) {
        return known != NONE && known.test(key.get());
    }
}
