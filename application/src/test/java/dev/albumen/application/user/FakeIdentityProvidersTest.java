package dev.albumen.application.user;

import java.net.URI;
import java.time.Instant;

class FakeIdentityProvidersTest extends IdentityProvidersContract {

    private final FakeIdentityProviders providers = new FakeIdentityProviders(Instant.parse("2026-05-01T13:00:00Z"), "main", "other");

    @Override
    protected IdentityProviders providers() {
        return providers;
    }

    @Override
    protected URI signsIn(URI address, String subject) {
        String provider = address.getHost().split("\\.")[0];
        String state = query(address).get("state");
        return URI.create(ANSWER_TO + "?state=" + state + "&code=" + providers.signsIn(state, providers.identity(provider, subject)));
    }

    @Override
    protected String accessToken(String subject) {
        return providers.token(providers.identity("main", subject));
    }
}
