package dev.albumen.rest.docs;

import dev.albumen.domain.shared.Refusal;
import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
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

    StaticPages(ResourceResolver resources) {
        this.resources = resources;
    }

    /** @param resource on the class path, never made of what a client sent unchecked; refused as missing where there is none */
    public MutableHttpResponse<byte[]> of(String resource) {
        try (InputStream in = resources.getResourceAsStream("classpath:" + resource).orElseThrow(Refusal::notFound)) {
            return HttpResponse.ok(in.readAllBytes())
                    .header(HttpHeaders.CONTENT_TYPE, TYPES.get(resource.substring(resource.lastIndexOf('.') + 1)))
                    .header("Content-Security-Policy", POLICY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
