package dev.albumen.rest.selection;

import dev.albumen.application.selection.ClientKnock;
import dev.albumen.application.share.Knock;
import dev.albumen.domain.selection.Selection;
import dev.albumen.rest.share.UnlockCookie;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import org.jspecify.annotations.Nullable;

/** Where a client's browser keeps what resumes their selection: a cookie that goes to that link's addresses alone. */
final class ResumeCookie {

    private static final String NAME = "albumen-selection";
    /** How resume tokens begin, and no guest token of a visit does. */
    private static final String PREFIX = "sel_";

    private ResumeCookie() {}

    /** What a client comes with. A bearer token is of either kind; the other one comes by its cookie. */
    static ClientKnock knock(HttpRequest<?> request, String token) {
        Knock knock = UnlockCookie.knock(request, token);
        String bearer = knock.visit();
        if (bearer != null && bearer.startsWith(PREFIX)) {
            return new ClientKnock(new Knock(token, UnlockCookie.cookie(request)), bearer);
        }
        return new ClientKnock(knock, cookie(request));
    }

    /** For somebody who comes by a page, within a visit. */
    static ClientKnock knock(HttpRequest<?> request, Knock within) {
        return new ClientKnock(within, cookie(request));
    }

    /** The answer with the cookies for what programs ask, and for the link's pages. */
    static MutableHttpResponse<?> added(MutableHttpResponse<?> answer, HttpRequest<?> request, String token, String resume) {
        return answer.cookie(cookie(request, "/api/v1/public/shares/" + token, resume)).cookie(cookie(request, "/s/" + token, resume));
    }

    private static Cookie cookie(HttpRequest<?> request, String path, String resume) {
        return Cookie.of(NAME, resume).path(path).maxAge(Selection.TOKEN_LASTS.toSeconds())
                .httpOnly(true).sameSite(SameSite.Lax).secure(request.isSecure());
    }

    private static @Nullable String cookie(HttpRequest<?> request) {
        return request.getCookies().findCookie(NAME).map(Cookie::getValue).orElse(null);
    }
}
