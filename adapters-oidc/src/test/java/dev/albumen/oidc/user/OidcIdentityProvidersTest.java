package dev.albumen.oidc.user;

import dev.albumen.application.user.IdentityProviders;
import dev.albumen.application.user.IdentityProvidersContract;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** With servers that we did not write; one is not enough, since it trades a code of any of its issuers. */
class OidcIdentityProvidersTest extends IdentityProvidersContract {

    private static final String CLIENT = "albumen";
    private static final String CLAIMS = """
            {"email": "%s@example.org", "email_verified": true, "groups": ["staff"]}""";

    private static MockOAuth2Server server;
    private static MockOAuth2Server another;
    private static OidcIdentityProviders providers;
    private static HttpClient browser;

    @BeforeAll
    static void start() {
        server = started();
        another = started();
        providers = new OidcIdentityProviders(List.of(provider("main", server, "hush"), provider("other", another, null)), InstantSource.system(), Duration.ofMinutes(1));
        browser = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    }

    @AfterAll
    static void stop() {
        providers.close();
        browser.close();
        server.shutdown();
        another.shutdown();
    }

    private static MockOAuth2Server started() {
        MockOAuth2Server started = new MockOAuth2Server(OAuth2Config.Companion.fromJson("{\"interactiveLogin\": true}"));
        started.start();
        return started;
    }

    private static OidcProvider provider(String name, MockOAuth2Server server, @Nullable String secret) {
        return new OidcProvider(name, server.issuerUrl(name).toString(), CLIENT, secret, OidcProvider.Kind.OIDC,
                List.of("openid", "email"), Set.of(CLIENT), "groups", "groups");
    }

    @Override
    protected IdentityProviders providers() {
        return providers;
    }

    @Override
    protected URI signsIn(URI address, String subject) {
        String form = "username=" + subject + "&claims=" + URLEncoder.encode(CLAIMS.formatted(subject), StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(address).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)).build();
        try {
            HttpResponse<String> answer = browser.send(request, BodyHandlers.ofString());
            return URI.create(answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body())));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    protected String accessToken(String subject) {
        return server.issueToken("main", CLIENT, new DefaultOAuth2TokenCallback("main", subject, "JWT", List.of(CLIENT), Map.of("scope", "openid"), 3600))
                .serialize();
    }
}
