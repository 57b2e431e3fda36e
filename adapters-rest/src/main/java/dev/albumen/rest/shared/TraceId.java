package dev.albumen.rest.shared;

import io.micronaut.core.propagation.ThreadPropagatedContextElement;
import io.micronaut.http.HttpRequest;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Names one request in its answer, its problems and its logs; follows it from thread to thread.
 *
 * @param value 32 lower-case hexadecimal digits, the trace id of W3C Trace Context
 */
record TraceId(String value) implements ThreadPropagatedContextElement<String> {

    private static final String ATTRIBUTE = "albumen.traceId";
    private static final String KEY = "traceId";
    private static final Pattern TRACEPARENT = Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");

    /** The request's trace: the caller's where its {@code traceparent} is valid, otherwise a new one. */
    static TraceId of(HttpRequest<?> request) {
        Object known = request.getAttribute(ATTRIBUTE).orElse(null);
        if (known instanceof TraceId traceId) {
            return traceId;
        }
        TraceId traceId = begun(request.getHeaders().get("traceparent"));
        request.setAttribute(ATTRIBUTE, traceId);
        return traceId;
    }

    /** The caller's where its {@code traceparent} is valid, otherwise a new one. */
    static TraceId begun(@Nullable String traceparent) {
        if (traceparent != null && traceparent.length() <= 512) {
            Matcher matcher = TRACEPARENT.matcher(traceparent);
            if (matcher.matches()) {
                return new TraceId(matcher.group(1));
            }
        }
        var random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return new TraceId(hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong() | 1));
    }

    @Override
    public @Nullable String updateThreadContext() {
        String before = MDC.get(KEY);
        MDC.put(KEY, value);
        return before;
    }

    @Override
    public void restoreThreadContext(@Nullable String before) {
        if (before == null) {
            MDC.remove(KEY);
        } else {
            MDC.put(KEY, before);
        }
    }
}
