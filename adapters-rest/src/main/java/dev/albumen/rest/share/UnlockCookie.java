package dev.albumen.rest.share;

import dev.albumen.application.share.Knock;
import dev.albumen.application.share.ShareUnlocks;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import org.jspecify.annotations.Nullable;

/** Where a visitor's browser keeps what unlocking a link gave: a cookie that goes to that link's addresses alone. */
final class UnlockCookie {

    private static final String NAME = "albumen-unlock";
    private static final String BEARER = "Bearer ";

    private UnlockCookie() {}

    /** What a visitor comes with, the bearer token before the cookie. */
    static Knock knock(HttpRequest<?> request, String token) {
        String bearer = bearer(request);
        return new Knock(token, bearer != null ? bearer : request.getCookies().findCookie(NAME).map(Cookie::getValue).orElse(null));
    }

    static Cookie of(HttpRequest<?> request, String token, ShareUnlocks.Unlock unlock, long lastsSeconds) {
        return Cookie.of(NAME, unlock.token()).path("/api/v1/public/shares/" + token).maxAge(lastsSeconds)
                .httpOnly(true).sameSite(SameSite.Strict).secure(request.isSecure());
    }

    private static @Nullable String bearer(HttpRequest<?> request) {
        String header = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length()) ? header.substring(BEARER.length()).strip() : null;
    }
}
