package dev.albumen.rest.user;

import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.user.Sessions;
import dev.albumen.domain.shared.Viewer;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;

/** Says of an answer that goes on for long whether who asked for it may still have it. */
@Singleton
public final class SignedIn {

    private static final String UNTIL = "albumen.signed-in-until";

    private final Sessions sessions;
    private final InstantSource clock;

    SignedIn(Sessions sessions, InstantSource clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    static void put(HttpRequest<?> request, Instant until) {
        request.setAttribute(UNTIL, until);
    }

    /** When the request's token is over; at once where there is none. */
    public Instant until(HttpRequest<?> request) {
        return request.getAttribute(UNTIL, Instant.class).orElse(Instant.MIN);
    }

    /**
     * Whether the viewer's session lives and their account is active at this moment, and the token is not over.
     *
     * @throws DependencyException where that cannot be told
     */
    public boolean goesOn(Viewer.Member viewer, Instant until) {
        Instant now = clock.instant();
        return now.isBefore(until)
                && sessions.member(viewer.sessionId(), now).filter(member -> member.userId().equals(viewer.userId())).isPresent();
    }
}
