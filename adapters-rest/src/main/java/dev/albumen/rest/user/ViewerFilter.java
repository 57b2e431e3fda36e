package dev.albumen.rest.user;

import dev.albumen.application.user.Sessions;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.Viewer;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;

/**
 * Finds out who asks. A bearer token, ours or a provider's, must be valid, its session alive and its account active at this moment, on public
 * addresses too; the role is the one of now. That takes one look-up by key and nothing that a node remembers, so that a
 * sign-out, a disabling or another role acts at once everywhere. Requests without a token cost nothing.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class ViewerFilter implements Ordered {

    /** Here a bearer may also be a guest's, which the share itself judges. */
    private static final String SHARES = "/api/v1/public/shares/";
    /** How every JWT begins: a brace and a quote in base64url. */
    private static final String JWT = "eyJ";

    private final AccessTokens tokens;
    private final ForeignBearers foreign;
    private final Sessions sessions;
    private final ExecutorService blocking;
    private final InstantSource clock;

    ViewerFilter(
            AccessTokens tokens, ForeignBearers foreign, Sessions sessions, @Named(TaskExecutors.BLOCKING) ExecutorService blocking,
            InstantSource clock) {
        this.tokens = tokens;
        this.foreign = foreign;
        this.sessions = sessions;
        this.blocking = blocking;
        this.clock = clock;
    }

    @RequestFilter
    CompletionStage<HttpRequest<?>> identify(HttpRequest<?> request) {
        List<String> headers = request.getHeaders().getAll(HttpHeaders.AUTHORIZATION);
        Optional<String> token = headers.stream().map(BearerToken::of).filter(Objects::nonNull).findFirst();
        if (token.isEmpty() || (request.getPath().startsWith(SHARES) && !token.get().startsWith(JWT))) {
            return CompletableFuture.completedFuture(request);
        }
        if (headers.size() > 1) {
            throw refused();
        }
        return CompletableFuture.supplyAsync(() -> {
            ViewerBinder.put(request, viewer(token.get(), request));
            return request;
        }, blocking);
    }

    private Viewer viewer(String token, HttpRequest<?> request) {
        if (tokens.known(token).isEmpty()) {
            var accepted = foreign.read(token, request.getHeaders().get(HttpHeaders.USER_AGENT));
            if (accepted.isPresent()) {
                SignedIn.put(request, accepted.get().expiresAt());
                return sessions.member(accepted.get().session(), clock.instant()).orElseThrow(ViewerFilter::refused);
            }
        }
        AccessTokens.Named named = tokens.read(token, request).orElseThrow(ViewerFilter::refused);
        SignedIn.put(request, named.expiresAt());
        return sessions.member(named.session(), clock.instant())
                .filter(member -> member.userId().equals(named.user()))
                .orElseThrow(ViewerFilter::refused);
    }

    private static RefusedException refused() {
        return new Refusal.Unauthenticated("invalid-token", "This access token is not valid, or no longer. Sign in again.").thrown();
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 100;
    }
}
