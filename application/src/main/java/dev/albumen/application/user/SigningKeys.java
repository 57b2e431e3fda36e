package dev.albumen.application.user;

import dev.albumen.domain.user.SigningKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The keys that sign access tokens, one at a time. Used inside a transaction of the caller. */
public interface SigningKeys {

    /** The one that signs; empty before the first. */
    Optional<SigningKey> current();

    /** The one that signs and those retired later than this, the newest first. */
    List<SigningKey> since(Instant retiredAfter);

    /** Adds the first key that signs. Where another was faster, nothing happens. */
    void addFirst(SigningKey key);

    /** Retires the key that signs and lets this one sign instead. */
    void replaceCurrent(SigningKey next, Instant now);
}
