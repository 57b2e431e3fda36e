package dev.albumen.rest.share;

import dev.albumen.application.share.ShareTraffic;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.util.HttpClientAddressResolver;
import jakarta.inject.Singleton;
import java.util.Objects;

/** Tells who comes to a link, for counting and throttling. */
@Singleton
public final class Guests {

    private static final int MOST = 512;

    private final HttpClientAddressResolver addresses;

    Guests(HttpClientAddressResolver addresses) {
        this.addresses = addresses;
    }

    public ShareTraffic.Guest of(HttpRequest<?> request) {
        String agent = request.getHeaders().get(HttpHeaders.USER_AGENT);
        return new ShareTraffic.Guest(
                Objects.requireNonNullElse(addresses.resolve(request), ""),
                agent == null ? "" : agent.substring(0, Math.min(MOST, agent.length())));
    }
}
