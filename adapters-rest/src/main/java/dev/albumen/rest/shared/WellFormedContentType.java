package dev.albumen.rest.shared;

import dev.albumen.domain.shared.Refusal;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;

/** Refuses a {@code Content-Type} that names no type, which the framework would take for the usual one. */
final class WellFormedContentType {

    private WellFormedContentType() {}

    static void check(HttpRequest<?> request) {
        if (request.getHeaders().contains(HttpHeaders.CONTENT_TYPE) && request.getContentType().isEmpty()) {
            throw new Refusal.UnsupportedType("The Content-Type names no type of content.").thrown();
        }
    }
}
