package dev.albumen.oidc.user;

import static dev.albumen.oidc.user.PlantedProvider.fails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.albumen.application.user.SignInAttempt;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Providers that are down, lie about themselves, or lead elsewhere. */
class DiscoveryTest {

    private static final String DOCUMENT = "/realm/.well-known/openid-configuration";

    private PlantedProvider planted;
    private OidcIdentityProviders providers;

    @BeforeEach
    void open() throws IOException {
        planted = new PlantedProvider();
        providers = planted.asked(planted.provider(OidcProvider.Kind.OIDC));
    }

    @AfterEach
    void close() {
        providers.close();
        planted.close();
    }

    @Test
    void readsTheDocumentOnceAnHour() {
        begin();
        begin();
        assertThat(planted.timesAsked(DOCUMENT)).isOne();

        planted.pass(Duration.ofHours(1));
        begin();
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            while (planted.timesAsked(DOCUMENT) < 2) {
                Thread.onSpinWait();
            }
        });
    }

    @Test
    void goesOnForADayWithWhatItRead() {
        begin();
        planted.says(DOCUMENT, 500, "");

        planted.pass(Duration.ofHours(23));
        begin();
        planted.pass(Duration.ofHours(1));
        assertThat(fails(this::begin)).isTrue();
    }

    @Test
    void asksAgainAfterAPauseOnly() {
        planted.says(DOCUMENT, 503, "");
        assertThat(fails(this::begin)).isTrue();
        assertThat(fails(this::begin)).isTrue();
        assertThat(planted.timesAsked(DOCUMENT)).isOne();

        planted.describes("");
        planted.pass(Duration.ofSeconds(6));
        begin();
    }

    @Test
    void followsNoRedirects() {
        planted.redirects(DOCUMENT, URI.create(planted.issuer() + "/elsewhere"));

        assertThat(fails(this::begin)).isTrue();
        assertThat(planted.asked()).doesNotContain("/realm/elsewhere");
    }

    @Test
    void readsNoMoreThanADocumentHas() {
        planted.describes(", \"padding\": \"" + "x".repeat(ProviderHttp.MOST_BYTES) + "\"");

        assertThat(fails(this::begin)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "null", "{\"issuer\": 7}", "{\"issuer\": \"https://evil.example.org\"}", "<html>"})
    void believesNoOtherDocument(String document) {
        planted.says(DOCUMENT, 200, document);

        assertThat(fails(this::begin)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://169.254.169.254/latest", "file:///etc/passwd", "ftp://localhost/", "https://a:b@example.org/", "/token", "::", ""})
    void goesToNoAddressThatIsNotSafe(String address) {
        planted.says(DOCUMENT, 200, """
                {"issuer": "%s", "authorization_endpoint": "%s/a", "token_endpoint": "%s", "jwks_uri": "%s/keys"}"""
                .formatted(planted.issuer(), planted.issuer(), address, planted.issuer()));

        assertThat(fails(this::begin)).isTrue();
    }

    @Test
    void waitsForNobodyForLong() throws IOException {
        // A port that takes connections and never says a word.
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            OidcProvider mute = new OidcProvider("mute", "http://localhost:" + silent.getLocalPort(), "albumen", null,
                    OidcProvider.Kind.OIDC, List.of("openid"), Set.of(), "r", "g");
            try (OidcIdentityProviders both = new OidcIdentityProviders(
                    List.of(mute, planted.provider(OidcProvider.Kind.OIDC)), planted.clock, Duration.ofMillis(300))) {
                assertThat(fails(() -> both.address(attempt("mute")))).isTrue();
            }
        }
    }

    @Test
    void isNotTroubledByAProviderThatIsDown() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        OidcProvider down = new OidcProvider("down", "http://localhost:" + closed, "albumen", null,
                OidcProvider.Kind.OIDC, List.of("openid"), Set.of(), "r", "g");
        try (OidcIdentityProviders both = planted.asked(down, planted.provider(OidcProvider.Kind.OIDC))) {
            assertThat(fails(() -> both.address(attempt("down")))).isTrue();
            assertThat(both.address(attempt("main")).toString()).startsWith(planted.issuer() + "/authorize?");
        }
    }

    @Test
    void keepsTheQueryOfTheProvidersOwnAddress() {
        String at = planted.issuer();
        planted.says(DOCUMENT, 200, """
                {"issuer": "%s", "authorization_endpoint": "%s/a?tenant=1", "token_endpoint": "%s/t", "jwks_uri": "%s/keys"}"""
                .formatted(at, at, at, at));

        assertThat(providers.address(attempt("main")).toString()).startsWith(at + "/a?tenant=1&response_type=code&");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://id.example.org", "id.example.org", "https://id.example.org/#x", "https://id.example.org/?x", "ftp://localhost", ""})
    void takesNoIssuerThatIsNotSafe(String issuer) {
        assertThat(OidcProvider.isIssuer(issuer)).isFalse();
        assertThatThrownBy(() -> new OidcProvider("main", issuer, "albumen", null, OidcProvider.Kind.OIDC, List.of(), Set.of(), "r", "g"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void printsNoSecret() {
        assertThat(planted.provider(OidcProvider.Kind.OIDC).toString()).isEqualTo("OidcProvider[main]");
    }

    private void begin() {
        providers.address(attempt("main"));
    }

    private static SignInAttempt attempt(String provider) {
        return new SignInAttempt(provider, "state", "nonce", "verifier", URI.create("https://photos.example.org/callback"),
                PlantedProvider.NOON, null);
    }
}
