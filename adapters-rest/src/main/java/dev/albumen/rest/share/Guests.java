package dev.albumen.rest.share;

import dev.albumen.application.share.ShareTraffic;
import dev.albumen.rest.shared.TrustedProxies;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;

/** Tells who comes to a link, for counting and throttling. */
@Singleton
public final class Guests {

    private static final int MOST = 512;

    private final TrustedProxies proxies;

    Guests(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    public ShareTraffic.Guest of(HttpRequest<?> request) {
        String agent = request.getHeaders().get(HttpHeaders.USER_AGENT);
        return new ShareTraffic.Guest(
                proxies.clientOf(request).value(),
                agent == null ? "" : agent.substring(0, Math.min(MOST, agent.length())));
    }
}
