package dev.albumen.rest.docs;

import dev.albumen.domain.shared.Refusal;
import dev.albumen.rest.shared.ByteAnswers;
import dev.albumen.rest.shared.MemoryBytes;
import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** Files from the class path as pages that may load nothing from anywhere else. */
@Singleton
public final class StaticPages {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
            + " connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
    private static final Map<String, String> TYPES = Map.of("html", "text/html; charset=utf-8", "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8", "png", "image/png");

    private final ResourceResolver resources;
    private final ByteAnswers answers;

    StaticPages(ResourceResolver resources, ByteAnswers answers) {
        this.resources = resources;
        this.answers = answers;
    }

    /**
     * @param resource on the class path, never made of what a client sent unchecked; refused as missing where there is none
     * @param cacheControl who may keep it, and how long
     */
    public HttpResponse<?> of(HttpRequest<?> request, String resource, String cacheControl) {
        try (InputStream in = resources.getResourceAsStream("classpath:" + resource).orElseThrow(Refusal::notFound)) {
            String mediaType = TYPES.getOrDefault(resource.substring(resource.lastIndexOf('.') + 1), MediaType.APPLICATION_OCTET_STREAM);
            MutableHttpResponse<?> answer = answers.of(request, MemoryBytes.of(mediaType, cacheControl, in.readAllBytes()));
            // of a page, not of a picture that somebody uploaded
            answer.getHeaders().set("Content-Security-Policy", POLICY);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
