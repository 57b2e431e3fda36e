package dev.albumen.application.user;

import dev.albumen.application.shared.Ids;
import dev.albumen.application.shared.Tokens;
import dev.albumen.domain.shared.SessionId;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.user.Session;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** How every session begins and goes on: with a refresh token that only its holder knows. */
public final class SessionStart {

    private final Sessions sessions;
    private final Tokens tokens;
    private final Ids ids;
    private final InstantSource clock;

    public SessionStart(Sessions sessions, Tokens tokens, Ids ids, InstantSource clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.ids = ids;
        this.clock = clock;
    }

    SignedIn start(UserId user, @Nullable String client) {
        String token = tokens.next();
        Session session = Session.opened(new SessionId(ids.next()), user, client, clock.instant());
        sessions.add(session, Sha256.of(token));
        return new SignedIn(session, token);
    }

    /** A session that no token of ours renews. */
    Session startUntil(UserId user, @Nullable String client, Instant end) {
        Instant now = clock.instant();
        Session session = new Session(new SessionId(ids.next()), user, client, now, now, end);
        sessions.add(session, Sha256.of(tokens.next()));
        return session;
    }

    SignedIn renew(Session session, Sha256 spent) {
        String token = tokens.next();
        Session renewed = session.renewed(clock.instant());
        sessions.renew(renewed, spent, Sha256.of(token));
        return new SignedIn(renewed, token);
    }
}
