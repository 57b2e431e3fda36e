package dev.albumen.oidc.user;

import dev.albumen.application.shared.DependencyException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;

/**
 * What a provider says of itself, read when it is first needed and again every hour. What was read stays good for a day
 * while it is read anew, and where the provider does not answer.
 */
final class Discovery {

    private static final Kept.Life LIFE = new Kept.Life(Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(1));

    private final Kept<Endpoints> document;

    Discovery(String issuer, ProviderHttp http, InstantSource clock) {
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        URI address = URI.create(base + "/.well-known/openid-configuration");
        this.document = new Kept<>(LIFE, clock, () -> Endpoints.parse(http.get(address), issuer));
    }

    /** @throws DependencyException where the provider does not answer, or with something else */
    Endpoints endpoints() {
        return document.get().said();
    }
}
