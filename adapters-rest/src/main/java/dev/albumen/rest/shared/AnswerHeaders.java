package dev.albumen.rest.shared;

import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What every answer carries, whatever it is. */
public final class AnswerHeaders {

    static final String TRACE_ID = "X-Trace-Id";
    static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";
    /** Pages with forms set their own: browsers that may not name the page say that its forms come from nowhere. */
    public static final String REFERRER_POLICY = "Referrer-Policy";
    private static final String NOTHING_INSIDE = "default-src 'none'; frame-ancestors 'none'";

    private AnswerHeaders() {}

    static void putOn(MutableHttpResponse<?> response, String traceId) {
        MutableHttpHeaders headers = response.getHeaders();
        String referrers = headers.get(REFERRER_POLICY);
        put(headers::set, traceId);
        if (referrers != null) {
            headers.set(REFERRER_POLICY, referrers);
        }
        if (!headers.contains(CONTENT_SECURITY_POLICY)) {
            headers.set(CONTENT_SECURITY_POLICY, NOTHING_INSIDE);
        }
    }

    /**
     * For an answer with bytes that the framework does not make.
     *
     * @param traceparent the request's header
     */
    public static void putOnBytes(BiConsumer<String, String> headers, @Nullable String traceparent) {
        put(headers, TraceId.begun(traceparent).value());
    }

    /** For a problem that the framework does not make. */
    static void put(BiConsumer<String, String> headers, TraceId traceId) {
        put(headers, traceId.value());
        headers.accept(CONTENT_SECURITY_POLICY, NOTHING_INSIDE);
    }

    private static void put(BiConsumer<String, String> headers, String traceId) {
        headers.accept(TRACE_ID, traceId);
        headers.accept("X-Content-Type-Options", "nosniff");
        headers.accept("X-Frame-Options", "DENY");
        headers.accept(REFERRER_POLICY, "no-referrer");
    }
}
