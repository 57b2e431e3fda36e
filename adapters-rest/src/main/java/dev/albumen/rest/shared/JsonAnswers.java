package dev.albumen.rest.shared;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;

/** Answers with JSON that is written once, tagged by its content, and not sent to those who have it. */
@Singleton
public final class JsonAnswers {

    private static final String REVALIDATE = "private, no-cache";

    private final JsonMapper json;

    JsonAnswers(JsonMapper json) {
        this.json = json;
    }

    /** 200 with one versioned resource, or 304. */
    public MutableHttpResponse<byte[]> one(HttpRequest<?> request, long version, Object view) {
        byte[] body = bytes(view);
        return revalidated(request, body, ETag.of(version, body));
    }

    /** 200 with something that has no version, or 304. */
    public MutableHttpResponse<byte[]> revalidated(HttpRequest<?> request, Object view) {
        byte[] body = bytes(view);
        return revalidated(request, body, ETag.of(body));
    }

    /** 200 with a resource as a change has left it. */
    public MutableHttpResponse<byte[]> changed(long version, Object view) {
        byte[] body = bytes(view);
        return HttpResponse.ok(body).contentType(MediaType.APPLICATION_JSON_TYPE).header(HttpHeaders.ETAG, ETag.of(version, body));
    }

    /** 201 with a new resource and its address. */
    public MutableHttpResponse<byte[]> created(URI location, long version, Object view) {
        return changed(version, view).status(201).header(HttpHeaders.LOCATION, location.toString());
    }

    /** An answer of any status whose body is neither tagged nor kept, such as a token or the outcomes of a batch. */
    public MutableHttpResponse<byte[]> fresh(int status, Object view) {
        return HttpResponse.ok(bytes(view)).status(status).contentType(MediaType.APPLICATION_JSON_TYPE).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static MutableHttpResponse<byte[]> revalidated(HttpRequest<?> request, byte[] body, String tag) {
        boolean known = ETag.isNamed(request.getHeaders().get(HttpHeaders.IF_NONE_MATCH), tag);
        MutableHttpResponse<byte[]> answer = known
            ? HttpResponse.notModified()
            : HttpResponse.ok(body).contentType(MediaType.APPLICATION_JSON_TYPE);
        return answer.header(HttpHeaders.ETAG, tag).header(HttpHeaders.CACHE_CONTROL, REVALIDATE);
    }

    private byte[] bytes(Object view) {
        try {
            return json.writeValueAsBytes(view);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
