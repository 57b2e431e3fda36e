package dev.albumen.rest.shared;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.util.HttpHostResolver;
import jakarta.inject.Singleton;

/** Where this service is for those who get addresses from it: the public one where it is set, else the one asked for. */
@Singleton
public final class OwnAddress {

    private final String publicUrl;
    private final HttpHostResolver hosts;

    OwnAddress(@Value("${albumen.public-url:}") String publicUrl, HttpHostResolver hosts) {
        this.publicUrl = publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
        this.hosts = hosts;
    }

    /** Scheme, host and port, without a slash. */
    public String of(HttpRequest<?> request) {
        return publicUrl.isEmpty() ? hosts.resolve(request) : publicUrl;
    }
}
