package dev.albumen.rest.share;

import dev.albumen.application.share.OwnedShare;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.util.HttpHostResolver;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The addresses that links are handed out as: under the public one where it is set, else under the one asked for. */
@Singleton
final class ShareAddresses {

    private final String publicUrl;
    private final HttpHostResolver hosts;

    ShareAddresses(@Value("${albumen.public-url:}") String publicUrl, HttpHostResolver hosts) {
        this.publicUrl = publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
        this.hosts = hosts;
    }

    /** {@code null} where the viewer may not see the token. */
    @Nullable String of(HttpRequest<?> request, OwnedShare share) {
        return share.token() == null ? null : (publicUrl.isEmpty() ? hosts.resolve(request) : publicUrl) + "/s/" + share.token();
    }
}
