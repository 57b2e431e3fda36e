package dev.albumen.rest.share;

import dev.albumen.application.share.Knock;
import dev.albumen.application.share.ShareVisits;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a visitor's browser keeps the visit that it was given: cookies that go to that link's addresses alone. */
public final class UnlockCookie {

    private static final String NAME = "albumen-visit";
    private static final String BEARER = "Bearer ";
    /** How every JWT begins: a brace and a quote in base64url. */
    private static final String JWT = "eyJ";

    private UnlockCookie() {}

    /** What a visitor comes with, the bearer token before the cookie. */
    public static Knock knock(HttpRequest<?> request, String token) {
        String bearer = bearer(request);
        return new Knock(token, bearer != null ? bearer : cookie(request));
    }

    /** What the cookie holds; {@code null} where there is none. */
    public static @Nullable String cookie(HttpRequest<?> request) {
        return request.getCookies().findCookie(NAME).map(Cookie::getValue).orElse(null);
    }

    /** The cookies for what programs ask, bytes among it, and for the page. */
    public static Set<Cookie> of(HttpRequest<?> request, String token, ShareVisits.Visit visit, long lastsSeconds) {
        return Set.of(cookie(request, "/api/v1/public/shares/" + token, visit, lastsSeconds).sameSite(SameSite.Strict),
                // somebody may come to the page again from another site, such as a mailbox
                cookie(request, "/s/" + token, visit, lastsSeconds).sameSite(SameSite.Lax));
    }

    private static Cookie cookie(HttpRequest<?> request, String path, ShareVisits.Visit visit, long lastsSeconds) {
        return Cookie.of(NAME, visit.token()).path(path).maxAge(lastsSeconds).httpOnly(true).secure(request.isSecure());
    }

    private static @Nullable String bearer(HttpRequest<?> request) {
        String header = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return null;
        }
        String token = header.substring(BEARER.length()).strip();
        // who is signed in has no visit by that
        return token.startsWith(JWT) ? null : token;
    }
}
