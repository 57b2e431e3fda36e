package dev.albumen.oidc.user;

import static dev.albumen.oidc.user.PlantedProvider.CLIENT;
import static dev.albumen.oidc.user.PlantedProvider.NONCE;
import static dev.albumen.oidc.user.PlantedProvider.NOON;
import static dev.albumen.oidc.user.PlantedProvider.made;
import static dev.albumen.oidc.user.PlantedProvider.signed;
import static dev.albumen.oidc.user.PlantedProvider.signer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import dev.albumen.application.user.ProvenIdentity;
import dev.albumen.application.user.ProviderAnswer;
import dev.albumen.application.user.SignInAttempt;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Identity tokens that a provider, or somebody between, should not have made (RFC 8725; OpenID Connect Core, section 3.1.3.7). */
class IdentityTokenAttacksTest {

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
    void takesAnHonestToken() {
        ProvenIdentity ada = redeem(planted.signed(planted.identity().claim("email", "Ada@Example.org").claim("email_verified", true)
                .claim("preferred_username", "ada").claim("name", "Ada").claim("roles", "boss")
                .claim("realm", Map.of("groups", List.of("staff", "board")))));

        assertThat(ada.id().issuer()).isEqualTo(planted.issuer());
        assertThat(ada.id().subject()).isEqualTo("ada");
        assertThat(String.valueOf(ada.email())).isEqualTo("ada@example.org");
        assertThat(ada.roles()).containsExactly("boss");
        assertThat(ada.groups()).containsExactlyInAnyOrder("staff", "board");
    }

    @Test
    void showsTheSecretsOfTheClientAndOfTheAttempt() {
        redeem(planted.signed(planted.identity()));

        assertThat(planted.forms).singleElement().asString()
                .contains("grant_type=authorization_code", "code=good", "code_verifier=" + attempt().verifier(), "redirect_uri=https%3A%2F%2F")
                .doesNotContain("hush");
        assertThat(planted.credentials).containsExactly("Basic YWxidW1lbjpodXNoJTNBaHVzaA==");
    }

    @Test
    void asksForACodeWithAllThatBindsIt() {
        String query = providers.address(attempt()).getRawQuery();

        // The challenge is the example of RFC 7636, appendix B.
        assertThat(query).contains("response_type=code", "client_id=" + CLIENT, "state=state", "nonce=" + NONCE, "code_challenge_method=S256",
                "code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM").doesNotContain(attempt().verifier());
    }

    @Test
    void refusesATokenWithoutASignature() throws Exception {
        assertRefused(new PlainJWT(planted.identity().build()).serialize());
        String[] parts = planted.signed(planted.identity()).split("\\.");
        assertRefused(parts[0] + "." + parts[1] + ".");
        assertRefused(Base64URL.encode("{\"alg\":\"none\",\"kid\":\"first\"}") + "." + parts[1] + ".");
        assertRefused(Base64URL.encode("{\"alg\":\"nOnE\"}") + "." + parts[1] + "." + parts[2]);
    }

    @Test
    void refusesThePublicKeyAsASharedSecret() throws Exception {
        for (byte[] secret : List.of(planted.key.toRSAPublicKey().getEncoded(), planted.key.toPublicJWK().toJSONString().getBytes())) {
            assertRefused(signed(planted.identity(), new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("first").build(), new MACSigner(secret)));
        }
    }

    @Test
    void refusesKeysThatTheTokenBringsOrNames() throws Exception {
        RSAKey own = made("own");
        URI address = URI.create(planted.issuer() + "/own-keys");
        planted.says("/realm/own-keys", 200, "{\"keys\": [" + own.toPublicJWK().toJSONString() + "]}");

        assertRefused(signed(planted.identity(), new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(own.toPublicJWK()).build(), signer(own)));
        assertRefused(signed(planted.identity(), new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("own").jwkURL(address).build(), signer(own)));
        assertRefused(signed(planted.identity(), new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("own").x509CertURL(address).build(), signer(own)));
        assertRefused(planted.signed(planted.identity(), header -> header.jwkURL(address)));
        assertRefused(signed(planted.identity(), new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("first").build(), signer(own)));
        assertRefused(signed(planted.identity(), new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("../../own-keys").build(), signer(own)));
        assertThat(planted.asked()).doesNotContain("/realm/own-keys");
    }

    @Test
    void refusesAnAlteredToken() {
        String[] parts = planted.signed(planted.identity()).split("\\.");
        String others = planted.signed(planted.identity().subject("eve")).split("\\.")[1];

        assertRefused(parts[0] + "." + others + "." + parts[2]);
    }

    @Test
    void refusesKeysOfAnotherKindOrForAnotherUse() throws JOSEException {
        RSAKey forEncryption = new RSAKey.Builder(made("enc")).keyUse(com.nimbusds.jose.jwk.KeyUse.ENCRYPTION).build();
        RSAKey ofAnotherAlgorithm = new RSAKey.Builder(made("ps")).algorithm(JWSAlgorithm.PS512).build();
        ECKey curve = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
        planted.signsWith(forEncryption, ofAnotherAlgorithm, curve);

        for (RSAKey key : List.of(forEncryption, ofAnotherAlgorithm)) {
            assertRefused(signed(planted.identity(), new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), signer(key)));
        }
        assertRefused(signed(planted.identity(), new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("ec").build(), signer(made("ec-but-rsa"))));
        assertThat(redeem(signed(planted.identity(), new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("ec").build(),
                new com.nimbusds.jose.crypto.ECDSASigner(curve)))).isNotNull();
    }

    @Test
    void refusesHeadersThatItDoesNotUnderstand() {
        assertRefused(planted.signed(planted.identity(), header -> header.criticalParams(java.util.Set.of("exp")).customParam("exp", 1)));
    }

    @Test
    void refusesTokensOfAnotherType() {
        for (String type : List.of("at+jwt", "logout+jwt", "dpop+jwt", "secevent+jwt", "JWE", "x")) {
            assertRefused(planted.signed(planted.identity(), header -> PlantedProvider.typed(header, type)));
        }
        assertRefused(planted.signed(planted.identity().claim("typ", "Refresh")));
        assertRefused(planted.signed(planted.identity().claim("token_use", "access")));
        assertThat(redeem(planted.signed(planted.identity(), header -> PlantedProvider.typed(header, "JWT")))).isNotNull();
    }

    @Test
    void refusesOtherIssuers() {
        assertRefused(planted.signed(planted.identity().issuer(null)));
        for (String issuer : List.of("https://evil.example.org", planted.issuer() + "/", planted.issuer().toUpperCase(java.util.Locale.ROOT))) {
            assertRefused(planted.signed(planted.identity().issuer(issuer)));
        }
    }

    @Test
    void refusesTokensForOthers() {
        assertRefused(planted.signed(planted.identity().audience((String) null)));
        assertRefused(planted.signed(planted.identity().audience("another")));
        assertRefused(planted.signed(planted.identity().audience(List.of(CLIENT, "another"))));
        assertRefused(planted.signed(planted.identity().audience(List.of(CLIENT, "another")).claim("azp", "another")));
        assertRefused(planted.signed(planted.identity().claim("azp", "another")));
        assertThat(redeem(planted.signed(planted.identity().audience(List.of("another", CLIENT)).claim("azp", CLIENT)))).isNotNull();
    }

    @Test
    void refusesTokensOfAnotherTime() {
        assertRefused(planted.signed(planted.identity().expirationTime(null)));
        assertRefused(planted.signed(planted.identity().expirationTime(at(-61))));
        assertRefused(planted.signed(planted.identity().notBeforeTime(at(61))));
        assertRefused(planted.signed(planted.identity().issueTime(at(61))));
        assertRefused(planted.signed(planted.identity().issueTime(null)));
    }

    @Test
    void letsClocksDifferByAMinute() {
        assertThat(redeem(planted.signed(planted.identity().expirationTime(at(-59))))).isNotNull();
        assertThat(redeem(planted.signed(planted.identity().notBeforeTime(at(59)).issueTime(at(59))))).isNotNull();
    }

    @Test
    void refusesAnotherSignInsToken() {
        assertRefused(planted.signed(planted.person()));
        assertRefused(planted.signed(planted.identity().claim("nonce", "another")));
        assertRefused(planted.signed(planted.identity().claim("nonce", 7)));
        assertRefused(planted.signed(planted.identity().claim("nonce", List.of(NONCE))));
    }

    @Test
    void refusesTokensOfNobody() {
        assertRefused(planted.signed(planted.identity().subject(null)));
        assertRefused(planted.signed(planted.identity().subject("")));
        assertRefused(planted.signed(planted.identity().subject(" ")));
        assertRefused(planted.signed(planted.identity().subject("x".repeat(256))));
    }

    @Test
    void refusesHugeTokens() {
        assertRefused(planted.signed(planted.identity().claim("padding", "x".repeat(20_000))));
        assertRefused("x".repeat(100_000));
        assertRefused("");
    }

    @Test
    void believesNoAddressThatIsNotVerified() {
        for (@Nullable Object verified : new Object[] {null, false, "false", 1, "TRUE"}) {
            assertThat(redeem(planted.signed(planted.identity().claim("email", "ada@example.org").claim("email_verified", verified))).email())
                    .as(String.valueOf(verified)).isNull();
        }
        assertThat(redeem(planted.signed(planted.identity().claim("email", "no address").claim("email_verified", true))).email()).isNull();
        assertThat(redeem(planted.signed(planted.identity().claim("email", List.of("a@b.c")).claim("email_verified", true))).email()).isNull();
    }

    @Test
    void survivesClaimsOfOddKinds() {
        JWTClaimsSet.Builder odd = planted.identity().claim("preferred_username", 7).claim("name", Map.of()).claim("roles", Map.of("a", "b"))
                .claim("realm", "text");

        ProvenIdentity ada = redeem(planted.signed(odd));

        assertThat(ada.name()).isNull();
        assertThat(ada.roles()).isEmpty();
        assertThat(ada.groups()).isEmpty();
    }

    @Test
    void refusesAnAnswerThatSaysItIsAnothers() {
        planted.givesToken(planted.signed(planted.identity()));

        assertRefused(new ProviderAnswer("good", "https://evil.example.org"));
        assertThat(planted.asked()).doesNotContain("/realm/token");
        assertThat(providers.redeem(attempt(), new ProviderAnswer("good", planted.issuer()))).isNotNull();
    }

    @Test
    void wantsTheIssuerOfAnAnswerWhereItIsPromised() {
        planted.describes(", \"authorization_response_iss_parameter_supported\": true");
        planted.givesToken(planted.signed(planted.identity()));

        assertRefused(new ProviderAnswer("good", null));
        assertThat(providers.redeem(attempt(), new ProviderAnswer("good", planted.issuer()))).isNotNull();
    }

    @Test
    void refusesWhatTheProviderRefuses() {
        planted.says("/realm/token", 400, "{\"error\": \"invalid_grant\", \"error_description\": \"used\"}");

        assertRefused(new ProviderAnswer("used", null));
        assertRefused(new ProviderAnswer("x".repeat(9000), null));
    }

    @Test
    void takesKeysThatAreNewAndLooksForUnknownOnesInMeasure() {
        assertThat(redeem(planted.signed(planted.identity()))).isNotNull();
        RSAKey second = made("second");
        planted.signsWith(planted.key, second);
        String token = signed(planted.identity(), new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("second").build(), signer(second));

        assertThat(redeem(token)).isNotNull();
        for (int i = 0; i < 20; i++) {
            assertRefused(signed(planted.identity(), new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("no" + i).build(), signer(second)));
        }
        assertThat(planted.timesAsked("/realm/keys")).isBetween(2L, 4L);
        assertThat(redeem(token)).isNotNull();
    }

    @Test
    void takesNoKeyThatIsGone() {
        RSAKey second = made("second");
        planted.signsWith(second);

        assertRefused(planted.signed(planted.identity()));
    }

    @Test
    void tellsTheTokensOfCognitoApart() {
        try (OidcIdentityProviders cognito = planted.asked(planted.provider(OidcProvider.Kind.COGNITO))) {
            planted.givesToken(planted.signed(planted.identity().claim("token_use", "id")));
            assertThat(cognito.redeem(attempt(), new ProviderAnswer("good", null))).isNotNull();

            planted.givesToken(planted.signed(planted.identity()));
            assertThatThrownBy(() -> cognito.redeem(attempt(), new ProviderAnswer("good", null))).isInstanceOf(RefusedException.class);
        }
    }

    private static Date at(int seconds) {
        return Date.from(NOON.plusSeconds(seconds));
    }

    private ProvenIdentity redeem(String token) {
        planted.givesToken(token);
        return providers.redeem(attempt(), new ProviderAnswer("good", null));
    }

    private void assertRefused(String token) {
        planted.givesToken(token);
        assertRefused(new ProviderAnswer("good", null));
    }

    private void assertRefused(ProviderAnswer answer) {
        assertThatThrownBy(() -> providers.redeem(attempt(), answer)).isInstanceOfSatisfying(RefusedException.class, refused ->
                assertThat(refused.refusal()).isInstanceOf(Refusal.Unauthenticated.class));
    }

    private static SignInAttempt attempt() {
        return new SignInAttempt("main", "state", NONCE, "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
                URI.create("https://photos.example.org/callback"), NOON.plus(Duration.ofMinutes(10)), null);
    }
}
