package dev.albumen.application.user;

import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.user.ExternalId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whose account belongs to whom at the providers. Used inside a transaction of the caller. */
public interface Identities {

    Optional<UserId> find(ExternalId id);

    /** False, and nothing done, where the identity belongs to an account already. */
    boolean add(Connected identity);

    /** A user's, the oldest first. */
    List<Connected> of(UserId user);

    /** False where it is not the user's. */
    boolean remove(UserId user, ExternalId id);

    /** @param provider the name that the provider had in the settings then */
    record Connected(ExternalId id, UserId user, String provider, Instant since) {}
}
