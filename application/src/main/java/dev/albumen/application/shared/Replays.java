package dev.albumen.application.shared;

import java.time.Instant;
import java.util.Optional;

/** What was answered to requests that bear a key of their sender's, kept beside what they changed. */
public interface Replays {

    /**
     * A key as it was sent.
     *
     * @param scope whose it is: nobody meets the keys of another scope
     * @param name as the sender chose it, 1 to 255 printable ASCII characters
     * @param part which of a request's changes, counted from 0, where it makes several that last each by itself
     */
    record Key(String scope, String name, int part) {}

    /**
     * What lasts of a request.
     *
     * @param fingerprint tells the request from others under its key, and nothing of what it holds
     * @param answer sealed
     * @param keptAt when it was answered
     */
    record Kept(String fingerprint, byte[] answer, Instant keptAt) {}

    /**
     * Takes the key until the caller's transaction ends, however it ends, without waiting. A process that dies holds
     * none. May refuse a free key, which is as unlikely as two equal 64-bit hashes.
     *
     * @return false where another transaction has it
     */
    boolean claim(Key key);

    /** What was kept under the key and not yet forgotten, be it as old as it may. */
    Optional<Kept> find(Key key);

    /** Keeps an answer in the caller's transaction, in place of an older one under the key, which the caller has claimed. */
    void keep(Key key, Kept kept);

    /** Forgets what was kept before a moment. Returns how much that was. */
    int forget(Instant before);
}
