package dev.albumen.oidc.user;

import static dev.albumen.oidc.user.PlantedProvider.CLIENT;
import static dev.albumen.oidc.user.PlantedProvider.NONCE;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.PlainJWT;
import java.io.IOException;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens that are brought to the API and are not for it. */
class AccessTokenAttacksTest {

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
    void takesTokensForThisInstance() {
        assertThat(isTaken(planted.signed(planted.access()))).isTrue();
        assertThat(isTaken(planted.signed(planted.access().audience(List.of("another", CLIENT)).claim("azp", "app")))).isTrue();
        assertThat(isTaken(planted.signed(planted.access(), header -> PlantedProvider.typed(header, "JWT")))).isTrue();
    }

    @Test
    void takesWhatSaysThatItIsAnAccessToken() {
        assertThat(isTaken(planted.signed(planted.person(), header -> PlantedProvider.typed(header, "at+jwt")))).isTrue();
        assertThat(isTaken(planted.signed(planted.person(), header -> PlantedProvider.typed(header, "application/at+jwt")))).isTrue();
        Map<String, Object> marks = Map.of("typ", "Bearer", "token_use", "access", "scope", "openid email", "scp", List.of("openid"));
        marks.forEach((name, value) -> assertThat(isTaken(planted.signed(planted.person().claim(name, value)))).as(name).isTrue());
    }

    @Test
    void takesNoIdentityTokens() {
        assertThat(isTaken(planted.signed(planted.person()))).isFalse();
        assertThat(isTaken(planted.signed(planted.person().claim("azp", CLIENT).claim("email", "ada@example.org").claim("email_verified", true),
                header -> PlantedProvider.typed(header, "JWT")))).isFalse();
    }

    @Test
    void takesNoTokensForOthers() {
        assertThat(isTaken(planted.signed(planted.access().audience("another")))).isFalse();
        assertThat(isTaken(planted.signed(planted.access().audience((String) null)))).isFalse();
        assertThat(isTaken(planted.signed(planted.access().audience((String) null).claim("client_id", CLIENT)))).isFalse();
    }

    @Test
    void takesNoneAtAllWhereNoneAreWanted() {
        OidcProvider none = new OidcProvider("main", planted.issuer(), CLIENT, null, OidcProvider.Kind.OIDC, List.of("openid"), Set.of(), "r", "g");
        try (OidcIdentityProviders closed = planted.asked(none)) {
            assertThat(closed.bearer(planted.signed(planted.access()))).isEmpty();
        }
    }

    @Test
    void takesNoTokensOfAnotherUse() {
        for (String type : List.of("logout+jwt", "dpop+jwt", "secevent+jwt", "JOSE", "it+jwt")) {
            assertThat(isTaken(planted.signed(planted.access(), header -> PlantedProvider.typed(header, type)))).as(type).isFalse();
        }
        Map<String, Object> marks = Map.of("nonce", NONCE, "at_hash", "x", "typ", "ID", "token_use", "id", "cnf", Map.of("jkt", "x"),
                "events", Map.of());
        marks.forEach((name, value) -> assertThat(isTaken(planted.signed(planted.access().claim(name, value)))).as(name).isFalse());
        assertThat(isTaken(planted.signed(planted.access().claim("typ", "Refresh")))).isFalse();
    }

    @Test
    void takesNoForgedTokens() throws Exception {
        assertThat(isTaken(new PlainJWT(planted.access().build()).serialize())).isFalse();
        assertThat(isTaken(PlantedProvider.signed(planted.access(), new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("first").build(),
                new MACSigner(planted.key.toRSAPublicKey().getEncoded())))).isFalse();
        assertThat(isTaken(PlantedProvider.signed(planted.access(), new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("first").build(),
                PlantedProvider.signer(PlantedProvider.another("first"))))).isFalse();
        assertThat(isTaken(planted.signed(planted.access().expirationTime(Date.from(PlantedProvider.NOON.minusSeconds(61)))))).isFalse();
        assertThat(isTaken(planted.signed(planted.access().expirationTime(null)))).isFalse();
        assertThat(isTaken(planted.signed(planted.access().claim("padding", "x".repeat(20_000))))).isFalse();
    }

    @Test
    void takesNothingThatAWeakKeySigned() throws Exception {
        RSAKey weak = new RSAKeyGenerator(1024, true).keyID("weak").generate();
        planted.signsWith(planted.key, weak);
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("weak").build();

        assertThat(isTaken(PlantedProvider.signed(planted.access(), header, new RSASSASigner(weak.toRSAPrivateKey(), true)))).isFalse();
        assertThat(isTaken(planted.signed(planted.access()))).isTrue();
    }

    @Test
    void asksNobodyForTokensOfStrangers() {
        String token = planted.signed(planted.access().issuer("http://localhost:1/evil"));

        assertThat(providers.claims(token)).isFalse();
        assertThat(isTaken(token)).isFalse();
        assertThat(planted.asked()).isEmpty();
    }

    @Test
    void takesCognitosTokensByTheirClient() {
        try (OidcIdentityProviders cognito = planted.asked(planted.provider(OidcProvider.Kind.COGNITO))) {
            assertThat(cognito.bearer(planted.signed(planted.person().audience((String) null).claim("client_id", CLIENT).claim("token_use", "access"))))
                    .isPresent();
            assertThat(cognito.bearer(planted.signed(planted.person().audience((String) null).claim("client_id", "another").claim("token_use", "access"))))
                    .isEmpty();
            assertThat(cognito.bearer(planted.signed(planted.person().audience((String) null).claim("client_id", CLIENT)))).isEmpty();
            assertThat(cognito.bearer(planted.signed(planted.person().claim("token_use", "id")))).isEmpty();
            assertThat(cognito.bearer(planted.signed(planted.person().audience("another").claim("client_id", CLIENT).claim("token_use", "access"))))
                    .isEmpty();
        }
    }

    private boolean isTaken(String token) {
        return providers.bearer(token).isPresent();
    }
}
