package dev.albumen.rest.user;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.albumen.application.shared.Tokens;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * What people see at the end of a sign-in in a browser. It hands the tokens to the page of this very service that opened
 * the window, and to nobody else; no address ever holds them.
 */
@Singleton
final class SignedInPage {

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><title>Signed in</title></head>
            <body>
            <p>You are signed in. You can close this window.</p>
            <script nonce="%s">
            const tokens = %s;
            if (window.opener) {
              window.opener.postMessage({type: "albumen-signed-in", tokens}, location.origin);
              window.close();
            }
            </script>
            </body>
            </html>
            """;
    private static final String POLICY = "default-src 'none'; script-src 'nonce-%s'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final JsonMapper json;
    private final Tokens nonces;

    SignedInPage(JsonMapper json, Tokens nonces) {
        this.json = json;
        this.nonces = nonces;
    }

    /** Whether a browser asks that shows a page, and not a program. */
    static boolean isFor(HttpRequest<?> request) {
        return request.accept().stream().anyMatch(type -> type.matches(MediaType.TEXT_HTML_TYPE) && !type.getSubtype().equals("*"));
    }

    MutableHttpResponse<?> with(AuthBodies.Tokens tokens) {
        String nonce = nonces.next();
        try {
            // No text in it can end the script.
            String written = new String(json.writeValueAsBytes(tokens), UTF_8).replace("<", "\\u003c");
            return HttpResponse.ok(PAGE.formatted(nonce, written).getBytes(UTF_8)).contentType("text/html; charset=utf-8")
                    .header(HttpHeaders.CACHE_CONTROL, "no-store").header("Content-Security-Policy", POLICY.formatted(nonce));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
