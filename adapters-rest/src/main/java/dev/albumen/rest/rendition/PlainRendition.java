package dev.albumen.rest.rendition;

import dev.albumen.application.image.ImagePasses;
import dev.albumen.application.rendition.Wanted;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.SessionId;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A plain request for a rendition, as browsers and programs send dozens for a page. */
record PlainRendition(ImageId id, Wanted.What what, Right right) {

    private static final String PREFIX = "/api/v1/images/";
    private static final int ID_LENGTH = 36;
    private static final int NAME_AT = PREFIX.length() + ID_LENGTH + 1;

    /** By what somebody asks. */
    sealed interface Right {

        /** An address from {@code urls}, signed on behalf of a session. */
        record Signed(SessionId session, ImagePasses.Pass pass) implements Right {}

        /** The only {@code Authorization}, whatever it says. */
        record Authorized(String authorization) implements Right {}
    }

    /** {@code null} where it is anything else, or not to be understood at a glance: then it takes the common way. */
    static @Nullable PlainRendition of(HttpRequest request) {
        String uri = request.uri();
        if (uri.length() <= NAME_AT || !uri.startsWith(PREFIX) || uri.charAt(NAME_AT - 1) != '/' || !isPlain(request)) {
            return null;
        }
        int query = uri.indexOf('?', NAME_AT);
        Wanted.What what = what(uri.substring(NAME_AT, query < 0 ? uri.length() : query));
        if (what == null) {
            return null;
        }
        try {
            UUID id = UUID.fromString(uri.substring(PREFIX.length(), NAME_AT - 1));
            Right right = right(uri, query, request.headers().getAll(HttpHeaderNames.AUTHORIZATION));
            return right == null ? null : new PlainRendition(new ImageId(id), what, right);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The address with names in place of values. */
    String route() {
        return switch (what) {
            case THUMBNAIL -> "/api/v1/images/{id}/thumbnail";
            case PREVIEW -> "/api/v1/images/{id}/preview";
            case LARGE -> "/api/v1/images/{id}/large";
            case ORIGINAL -> "/api/v1/images/{id}/original";
        };
    }

    private static @Nullable Right right(String uri, int query, List<String> authorizations) {
        if (query < 0) {
            return authorizations.size() == 1 ? new Right.Authorized(authorizations.getFirst()) : null;
        }
        return authorizations.isEmpty() ? signed(uri, query + 1) : null;
    }

    private static Right.@Nullable Signed signed(String uri, int from) {
        String session = null;
        String expires = null;
        String signature = null;
        for (int at = from; at < uri.length(); ) {
            int equals = uri.indexOf('=', at);
            int end = uri.indexOf('&', at) < 0 ? uri.length() : uri.indexOf('&', at);
            if (equals < 0 || equals > end) {
                return null;
            }
            String value = uri.substring(equals + 1, end);
            switch (uri.substring(at, equals)) {
                case "session" -> session = session == null ? value : "twice";
                case "expires" -> expires = expires == null ? value : "twice";
                case "signature" -> signature = signature == null ? value : "%";
                default -> {
                    return null;
                }
            }
            at = end + 1;
        }
        return session == null || expires == null || signature == null || signature.indexOf('%') >= 0 || signature.indexOf('+') >= 0
                ? null
                : new Right.Signed(new SessionId(UUID.fromString(session)), new ImagePasses.Pass(Long.parseLong(expires), signature));
    }

    /** Nothing but the address and what the client has and takes: no part, no body, no name, no last request. */
    private static boolean isPlain(HttpRequest request) {
        HttpHeaders headers = request.headers();
        return request.method() == HttpMethod.GET
                && request.protocolVersion() == HttpVersion.HTTP_1_1
                && request.decoderResult().isSuccess()
                && HttpUtil.isKeepAlive(request)
                && !headers.contains(HttpHeaderNames.RANGE)
                && !headers.contains(HttpHeaderNames.IF_MATCH)
                && !headers.contains(HttpHeaderNames.ORIGIN)
                && !headers.contains(HttpHeaderNames.EXPECT)
                && !headers.contains(HttpHeaderNames.UPGRADE)
                && !headers.contains(HttpHeaderNames.CONTENT_LENGTH)
                && !headers.contains(HttpHeaderNames.TRANSFER_ENCODING);
    }

    private static Wanted.@Nullable What what(String name) {
        return switch (name) {
            case "thumbnail" -> Wanted.What.THUMBNAIL;
            case "preview" -> Wanted.What.PREVIEW;
            case "large" -> Wanted.What.LARGE;
            default -> null;
        };
    }
}
