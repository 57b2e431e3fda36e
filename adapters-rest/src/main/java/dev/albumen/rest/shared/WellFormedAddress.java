package dev.albumen.rest.shared;

import io.micronaut.http.HttpRequest;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Refuses addresses that the framework or the database would stumble over later. */
final class WellFormedAddress {

    private WellFormedAddress() {}

    static void check(HttpRequest<?> request) {
        URI uri = request.getUri();
        check(uri.getRawPath());
        check(uri.getRawQuery());
    }

    private static void check(@Nullable String raw) {
        if (raw == null || raw.indexOf('%') < 0) {
            return;
        }
        String decoded;
        try {
            decoded = URLDecoder.decode(raw, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new MalformedRequestException("malformed-uri", "The address has a percent sign that begins no escape.");
        }
        // U+FFFD stands for bytes that are no UTF-8; PostgreSQL keeps no U+0000
        if (decoded.indexOf('\u0000') >= 0 || decoded.indexOf('\uFFFD') >= 0) {
            throw new MalformedRequestException("malformed-uri", "The address holds bytes that are no text in UTF-8.");
        }
    }
}
