package dev.albumen.rest.shared;

import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;

/** What every answer carries, whatever it is. */
final class AnswerHeaders {

    static final String TRACE_ID = "X-Trace-Id";
    static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";
    private static final String NOTHING_INSIDE = "default-src 'none'; frame-ancestors 'none'";

    private AnswerHeaders() {}

    static void putOn(MutableHttpResponse<?> response, String traceId) {
        MutableHttpHeaders headers = response.getHeaders();
        headers.set(TRACE_ID, traceId);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        if (!headers.contains(CONTENT_SECURITY_POLICY)) {
            headers.set(CONTENT_SECURITY_POLICY, NOTHING_INSIDE);
        }
    }
}
