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
    private static final String SHARES = "/api/v1/public/shares/";
    private static final String IMAGES = "/images/";
    private static final int ID_LENGTH = 36;

    /** By what somebody asks. */
    sealed interface Right {

        /** An address from {@code urls}, signed on behalf of a session. */
        record Signed(SessionId session, ImagePasses.Pass pass) implements Right {}

        /** The only {@code Authorization}, whatever it says. */
        record Authorized(String authorization) implements Right {}

        /** An address that was signed for the visitors of a link. */
        record Shared(String token, ImagePasses.Pass pass) implements Right {}
    }

    /** {@code null} where it is anything else, or not to be understood at a glance: then it takes the common way. */
    static @Nullable PlainRendition of(HttpRequest request) {
        String uri = request.uri();
        int imagesAt = uri.startsWith(SHARES) ? uri.indexOf('/', SHARES.length()) : -1;
        boolean shared = imagesAt > SHARES.length() && uri.startsWith(IMAGES, imagesAt);
        int idAt = shared ? imagesAt + IMAGES.length() : PREFIX.length();
        int nameAt = idAt + ID_LENGTH + 1;
        if (!shared && !uri.startsWith(PREFIX) || uri.length() <= nameAt || uri.charAt(nameAt - 1) != '/' || !isPlain(request)) {
            return null;
        }
        int query = uri.indexOf('?', nameAt);
        Wanted.What what = what(uri.substring(nameAt, query < 0 ? uri.length() : query));
        if (what == null) {
            return null;
        }
        try {
            UUID id = UUID.fromString(uri.substring(idAt, nameAt - 1));
            List<String> authorizations = request.headers().getAll(HttpHeaderNames.AUTHORIZATION);
            Right right = shared
                    ? shared(uri, uri.substring(SHARES.length(), imagesAt), query, authorizations)
                    : right(uri, query, authorizations);
            return right == null ? null : new PlainRendition(new ImageId(id), what, right);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The address with names in place of values. */
    String route() {
        String images = right instanceof Right.Shared ? "/api/v1/public/shares/{token}/images/{id}" : "/api/v1/images/{id}";
        return switch (what) {
            case THUMBNAIL -> images + "/thumbnail";
            case PREVIEW -> images + "/preview";
            case LARGE -> images + "/large";
            case ORIGINAL -> images + "/original";
        };
    }

    private static @Nullable Right right(String uri, int query, List<String> authorizations) {
        if (query < 0) {
            return authorizations.size() == 1 ? new Right.Authorized(authorizations.getFirst()) : null;
        }
        Signature signature = authorizations.isEmpty() ? signature(uri, query + 1) : null;
        return signature == null || signature.session() == null
                ? null
                : new Right.Signed(new SessionId(UUID.fromString(signature.session())), signature.pass());
    }

    private static @Nullable Right shared(String uri, String token, int query, List<String> authorizations) {
        Signature signature = query < 0 || !authorizations.isEmpty() || token.indexOf('%') >= 0 ? null : signature(uri, query + 1);
        return signature == null || signature.session() != null ? null : new Right.Shared(token, signature.pass());
    }

    private record Signature(@Nullable String session, ImagePasses.Pass pass) {}

    private static @Nullable Signature signature(String uri, int from) {
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
        return expires == null || signature == null || signature.indexOf('%') >= 0 || signature.indexOf('+') >= 0
                ? null
                : new Signature(session, new ImagePasses.Pass(Long.parseLong(expires), signature));
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
