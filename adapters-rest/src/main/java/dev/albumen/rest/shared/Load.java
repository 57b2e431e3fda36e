package dev.albumen.rest.shared;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import org.jspecify.annotations.Nullable;

/** Kinds of work, each of which is let in for itself, so that none of them keeps out the others. */
public enum Load {
    /** Lists and single things. */
    READ,
    /** Pictures, small and whole. */
    PICTURE,
    /** Whatever changes something by a small body or none. */
    WRITE,
    /** Whatever brings files. */
    UPLOAD,
    /** Whatever is made of many files. */
    ARCHIVE;

    private static final String API = "/api/v1/";

    /**
     * By what is known before any of the body is read.
     *
     * @return {@code null} for what is never turned away: health, metrics, and streams of events, which are counted elsewhere
     */
    static @Nullable Load of(HttpRequest request) {
        String address = request.uri();
        int query = address.indexOf('?');
        int end = query < 0 ? address.length() : query;
        if (address.startsWith("/health/") || is(address, end, "/prometheus") || is(address, end, API + "events")) {
            return null;
        }
        HttpMethod method = request.method();
        if (HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method)) {
            return ofReading(address, address.lastIndexOf('/', end - 1) + 1, end);
        }
        return hasBody(request) && !isJson(request) ? UPLOAD : WRITE;
    }

    private static Load ofReading(String address, int from, int end) {
        if (isPart(address, from, end, "thumbnail") || isPart(address, from, end, "preview")
                || isPart(address, from, end, "large") || isPart(address, from, end, "original")) {
            return PICTURE;
        }
        return isPart(address, from, end, "archive") || isPart(address, from, end, "export") ? ARCHIVE : READ;
    }

    /** Whether it lasts until the last byte of the answer, and not only until the first. */
    boolean lastsToTheEnd() {
        return this == ARCHIVE;
    }

    /** Whether the request has a body, as far as its head tells. */
    static boolean hasBody(HttpRequest request) {
        return HttpUtil.isTransferEncodingChunked(request) || HttpUtil.getContentLength(request, 0L) > 0;
    }

    private static boolean isJson(HttpRequest request) {
        String type = request.headers().get(HttpHeaderNames.CONTENT_TYPE);
        return type != null && type.contains("json");
    }

    private static boolean is(String address, int end, String wanted) {
        return isPart(address, 0, end, wanted);
    }

    private static boolean isPart(String address, int from, int end, String wanted) {
        return end - from == wanted.length() && address.startsWith(wanted, from);
    }
}
