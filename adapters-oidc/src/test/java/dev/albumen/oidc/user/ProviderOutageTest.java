package dev.albumen.oidc.user;

import static dev.albumen.oidc.user.PlantedProvider.fails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.RSAKey;
import dev.albumen.application.user.SignInAttempt;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Date;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Providers that answer no more, or never, while people hold tokens of theirs. */
class ProviderOutageTest {

    private static final String DOCUMENT = "/realm/.well-known/openid-configuration";
    private static final String KEYS = "/realm/keys";
    /** Less than the planted provider is waited for. */
    private static final Duration AT_ONCE = Duration.ofSeconds(30);

    private PlantedProvider planted;
    private OidcIdentityProviders providers;

    @BeforeEach
    void open() throws IOException {
        planted = new PlantedProvider();
        providers = planted.asked(planted.provider(OidcProvider.Kind.OIDC));
        assertThat(isTaken("first")).isTrue();
    }

    @AfterEach
    void close() {
        providers.close();
        planted.close();
    }

    @Test
    void keepsNobodyWaitingForADocumentThatIsThere() {
        planted.hangs(DOCUMENT);
        planted.pass(Duration.ofHours(2));

        assertTimeoutPreemptively(AT_ONCE, this::begin);
        await(() -> planted.timesAsked(DOCUMENT) == 2);
        assertTimeoutPreemptively(AT_ONCE, this::begin);
    }

    @Test
    void keepsNobodyWaitingForKeysThatAreThere() {
        planted.hangs(KEYS);
        planted.pass(Duration.ofMinutes(11));

        assertTimeoutPreemptively(AT_ONCE, () -> assertThat(isTaken("first")).isTrue());
        await(() -> planted.timesAsked(KEYS) == 2);
        assertTimeoutPreemptively(AT_ONCE, () -> assertThat(isTaken("first")).isTrue());
    }

    @Test
    void goesOnForHoursWithTheKeysItHas() {
        planted.says(KEYS, 503, "");

        for (int hour = 0; hour < 4; hour++) {
            for (int i = 0; i < 5; i++) {
                String unknown = "no" + i;
                assertThat(fails(() -> isTaken(unknown))).isTrue();
                assertThat(isTaken("first")).isTrue();
            }
            planted.pass(Duration.ofMinutes(59));
        }
        planted.pass(Duration.ofMinutes(10));
        assertThat(fails(() -> isTaken("first"))).isTrue();
        assertThat(planted.timesAsked(KEYS)).isLessThan(20);
    }

    @Test
    void saysNoToUnknownKeysOnceTheProviderAnswersAgain() {
        planted.says(KEYS, 503, "");
        assertThat(fails(() -> isTaken("second"))).isTrue();

        planted.signsWith(planted.key, PlantedProvider.made("second"));
        planted.pass(Duration.ofSeconds(40));
        assertThat(isTaken("second")).isTrue();
        assertThat(isTaken("third")).isFalse();
    }

    @Test
    void takesNoKeyThatWasTakenBack() {
        planted.signsWith(PlantedProvider.made("second"));
        planted.pass(Duration.ofMinutes(15));

        assertThat(isTaken("first")).isFalse();
    }

    private boolean isTaken(String kid) {
        RSAKey key = PlantedProvider.made(kid.startsWith("no") ? "no" : kid);
        Date end = Date.from(planted.clock.instant().plusSeconds(300));
        return providers.bearer(PlantedProvider.signed(planted.access().expirationTime(end),
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(kid).build(), PlantedProvider.signer(key))).isPresent();
    }

    private void begin() {
        providers.address(new SignInAttempt("main", "state", "nonce", "verifier", URI.create("https://photos.example.org/callback"),
                PlantedProvider.NOON, null));
    }

    private static void await(BooleanSupplier so) {
        assertTimeoutPreemptively(AT_ONCE, () -> {
            while (!so.getAsBoolean()) {
                Thread.onSpinWait();
            }
        });
    }
}
