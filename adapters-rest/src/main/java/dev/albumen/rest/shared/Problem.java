package dev.albumen.rest.shared;

import dev.albumen.domain.shared.Violation;
import io.micronaut.http.HttpHeaders;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error as clients see it (RFC 9457).
 *
 * @param code stable and kebab-case; names the problem's type
 * @param headers sent along
 * @param bytesLeft what the caller may store still; {@code null} where the problem is another
 */
record Problem(
        int status, String code, String detail, List<Violation> errors, Map<String, String> headers, @Nullable Long bytesLeft) {

    private static final String TYPES = "/problems/";

    Problem {
        errors = List.copyOf(errors);
        headers = Map.copyOf(headers);
    }

    static Problem of(int status, String code, String detail) {
        return new Problem(status, code, detail, List.of(), Map.of(), null);
    }

    static Problem invalid(String code, String detail, List<Violation> errors) {
        return new Problem(400, code, detail, errors, Map.of(), null);
    }

    static Problem incomplete(String code, String detail, List<Violation> errors) {
        return new Problem(422, code, detail, errors, Map.of(), null);
    }

    static Problem overQuota(String detail, long bytesLeft) {
        return new Problem(507, "quota-exceeded", detail, List.of(), Map.of(), bytesLeft);
    }

    Problem with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Problem(status, code, detail, errors, more, bytesLeft);
    }

    /** Tells the client when to come back: whole seconds, at least one. */
    Problem retryAfter(Duration wait) {
        return with(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
    }

    /** The URI that names this kind of problem. */
    String type() {
        return TYPES + code;
    }

    /** The same words for every problem of this kind, made of its code. */
    String title() {
        String words = code.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
