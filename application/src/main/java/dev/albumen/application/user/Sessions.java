package dev.albumen.application.user;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.shared.SessionId;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.Session;
import java.time.Instant;
import java.util.Optional;

/**
 * Who is signed in, on every node alike. A session that ends is gone at once, and with it every token it gave. Except
 * for {@link #member}, used inside a transaction of the caller.
 */
public interface Sessions {

    /**
     * Whose session this is, with the role they have now; empty where it is over or the account is not active. Asked for
     * every request, so it is one cheap look-up; needs no transaction, and sees what was committed before it began.
     */
    Optional<Viewer.Member> member(SessionId id, Instant now);

    /** Adds a session with its first refresh token's hash. */
    void add(Session session, Sha256 token);

    /**
     * What a refresh token is worth; empty where it is unknown, its session is gone or over, or the account is not
     * active. Nobody else renews the session before the transaction ends.
     */
    Optional<Redeemed> redeem(Sha256 token, Instant now);

    /** Marks the token as spent, writes the session's new times, and gives it its next token. */
    void renew(Session renewed, Sha256 spent, Sha256 next);

    /** A user's sessions that are not over, the newest first. */
    Page<Session> of(UserId user, Instant now, PageRequest page);

    /** Ends one session of the user; false where they have none by this id. */
    boolean end(UserId user, SessionId id);

    /** Ends all sessions of the user. */
    void endAll(UserId user);

    /** Ends all sessions of the user but one. */
    void endOthers(UserId user, SessionId kept);

    /** Removes what is over. Returns how many sessions. */
    int purge(Instant now);

    /** @param spent whether the token has been used before: somebody has a copy of it */
    record Redeemed(Session session, boolean spent) {}
}
