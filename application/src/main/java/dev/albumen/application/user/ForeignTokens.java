package dev.albumen.application.user;

import dev.albumen.domain.shared.SessionId;
import dev.albumen.domain.shared.Sha256;
import java.time.Instant;
import java.util.Optional;

/**
 * Tokens of providers that were brought here, each with the one session that it began. A token whose session has ended
 * stays known until it is over, so that it begins no other. Used inside a transaction of the caller.
 */
public interface ForeignTokens {

    /** The session that the token began, whether it lives or not; empty for a token that is new here. */
    Optional<SessionId> session(Sha256 token);

    /** False, and nothing done, for a token that is known. */
    boolean add(Sha256 token, SessionId session, Instant expiresAt);

    /** Forgets what is over. Returns how many. */
    int purge(Instant now);
}
