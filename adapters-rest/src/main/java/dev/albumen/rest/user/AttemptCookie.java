package dev.albumen.rest.user;

import dev.albumen.application.user.SignInAttempt;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import org.jspecify.annotations.Nullable;

/**
 * Where a browser keeps the attempt that it began. It comes back with the way from the provider, which is a visit from
 * another site, and with no form or script of one. Where there is encryption, no other host can have set it.
 */
record AttemptCookie(boolean encrypted) {

    private static final String NAME = "albumen-sign-in";

    private String name() {
        return encrypted ? "__Host-" + NAME : NAME;
    }

    /** {@code null} where there is none. */
    @Nullable String of(HttpRequest<?> request) {
        return request.getCookies().findCookie(name()).map(Cookie::getValue).orElse(null);
    }

    Cookie holding(String sealed) {
        return cookie(sealed, SignInAttempt.LIFE.toSeconds());
    }

    /** Takes it away. */
    Cookie gone() {
        return cookie("", 0);
    }

    private Cookie cookie(String value, long seconds) {
        return Cookie.of(name(), value).path("/").maxAge(seconds).httpOnly(true).secure(encrypted).sameSite(SameSite.Lax);
    }
}
