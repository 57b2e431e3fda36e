package dev.albumen.rest.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.albumen.application.user.SigningKeyring;
import dev.albumen.application.user.Users;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.user.SigningKey;
import dev.albumen.domain.user.User;
import dev.albumen.domain.user.Username;
import dev.albumen.rest.shared.Http;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.net.http.HttpResponse;
import java.security.KeyPairGenerator;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest
class BearerTest {

    private Http http;
    private People people;
    private SigningKeyring keyring;
    private Users users;
    private People.Person ada;

    @BeforeEach
    void open(EmbeddedServer server, SigningKeyring keyring, Users users) {
        this.http = new Http(server);
        this.people = new People(server);
        this.keyring = keyring;
        this.users = users;
        this.ada = people.user();
    }

    @Test
    void takesATokenSignedAsOursAre() throws Exception {
        assertThat(status(signed(claims().build(), current().kid(), JWSAlgorithm.RS256))).isEqualTo(200);
    }

    @Test
    void saysNothingButWhoAndWhen() throws Exception {
        var claims = SignedJWT.parse(ada.accessToken()).getJWTClaimsSet().getClaims();

        assertThat(claims).containsOnlyKeys("iss", "sub", "sid", "iat", "exp");
    }

    @Test
    void refusesATokenWithoutASignature() throws Exception {
        assertThat(status(new PlainJWT(claims().build()).serialize())).isEqualTo(401);
        String[] parts = ada.accessToken().split("\\.");
        assertThat(status(parts[0] + "." + parts[1] + ".")).isEqualTo(401);
    }

    @Test
    void refusesATokenSignedWithThePublicKeyAsASharedSecret() throws Exception {
        byte[] publicKey = current().publicKey();
        assertThat(status(signed(claims().build(), current().kid(), JWSAlgorithm.HS256, new MACSigner(publicKey)))).isEqualTo(401);
    }

    @Test
    void refusesOtherAlgorithmsOfTheSameKey() throws Exception {
        assertThat(status(signed(claims().build(), current().kid(), JWSAlgorithm.RS512))).isEqualTo(401);
        assertThat(status(signed(claims().build(), current().kid(), JWSAlgorithm.PS256))).isEqualTo(401);
    }

    @Test
    void refusesAnotherKeyAndAnotherKeysName() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var stranger = new RSASSASigner(generator.generateKeyPair().getPrivate());

        assertThat(status(signed(claims().build(), current().kid(), JWSAlgorithm.RS256, stranger))).isEqualTo(401);
        assertThat(status(signed(claims().build(), "another", JWSAlgorithm.RS256))).isEqualTo(401);
        assertThat(status(signed(claims().build(), null, JWSAlgorithm.RS256))).isEqualTo(401);
    }

    @Test
    void refusesWhatIsOverOrNeverEnds() throws Exception {
        Date past = Date.from(Instant.now().minusSeconds(1));
        assertThat(status(signed(claims().expirationTime(past).build(), current().kid(), JWSAlgorithm.RS256))).isEqualTo(401);
        assertThat(status(signed(claims().expirationTime(null).build(), current().kid(), JWSAlgorithm.RS256))).isEqualTo(401);
    }

    @Test
    void refusesOtherIssuersSessionsAndUsers() throws Exception {
        assertThat(status(signed(claims().issuer("someone").build(), current().kid(), JWSAlgorithm.RS256))).isEqualTo(401);
        assertThat(status(signed(claims().issuer(null).build(), current().kid(), JWSAlgorithm.RS256))).isEqualTo(401);
        assertThat(status(signed(claims().claim("sid", UUID.randomUUID().toString()).build(), current().kid(), JWSAlgorithm.RS256))).isEqualTo(401);
        assertThat(status(signed(claims().claim("sid", 7).build(), current().kid(), JWSAlgorithm.RS256))).isEqualTo(401);
        assertThat(status(signed(claims().subject(UUID.randomUUID().toString()).build(), current().kid(), JWSAlgorithm.RS256))).isEqualTo(401);
        assertThat(status(signed(claims().subject("ada").build(), current().kid(), JWSAlgorithm.RS256))).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "eyJ.eyJ.x", "....", "eyJhbGciOiJSUzI1NiJ9..", "token-0000000000000000000000000000000000001"})
    void refusesGarbageOnPublicAddressesToo(String garbage) {
        HttpResponse<String> answer = http.get("/api/v1/users/" + ada.name(), "Authorization", "Bearer " + garbage);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("\"code\":\"invalid-token\"");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValueSatisfying(value -> assertThat(value).startsWith("Bearer"));
        assertThat(http.get("/api/v1/users/" + ada.name()).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesTwoTokens() {
        assertThat(http.get("/api/v1/users/me", "Authorization", "Bearer " + ada.accessToken(), "Authorization", "Bearer x").statusCode())
                .isEqualTo(401);
    }

    @Test
    void takesTheSchemeInAnyCaseAndNoOtherScheme() {
        assertThat(http.get("/api/v1/users/me", "Authorization", "bearer " + ada.accessToken()).statusCode()).isEqualTo(200);
        assertThat(http.get("/api/v1/users/" + ada.name(), "Authorization", "Basic YTpi").statusCode()).isEqualTo(200);
        assertThat(http.get("/api/v1/users/me", "Authorization", "Basic YTpi").statusCode()).isEqualTo(401);
    }

    @Test
    void leavesAGuestsTokenToTheShare() {
        assertThat(http.get("/api/v1/public/shares/x/no/such/place", "Authorization", "Bearer 1.2.abc").statusCode()).isEqualTo(404);
        assertThat(http.get("/api/v1/public/shares/x/no/such/place", "Authorization", "Bearer eyJ.x.y").statusCode()).isEqualTo(401);
    }

    @Test
    void shutsADisabledAccountOutAtOnce() {
        save(Change.keep(), Change.to(true));

        assertThat(people.me(ada)).isEqualTo(401);
        assertThat(people.refresh(ada.refreshToken()).statusCode()).isEqualTo(401);
        assertThat(people.login(ada.name(), People.PASSWORD).statusCode()).isEqualTo(403);
    }

    @Test
    void knowsANewRoleAtOnce() {
        assertThat(http.get("/api/v1/admin/users", ada.bearer()).statusCode()).isEqualTo(403);
        save(Change.to(Role.ADMIN), Change.keep());
        assertThat(http.get("/api/v1/admin/users", ada.bearer()).statusCode()).isEqualTo(200);
    }

    @Test
    void keepsTokensGoodWhenTheKeyIsRotated() throws Exception {
        assertThat(people.post("/api/v1/admin/signing-keys", "", ada.bearer()).statusCode()).isEqualTo(403);
        People.Person root = people.user(Role.SUPERADMIN);
        String before = current().kid();
        assertThat(people.post("/api/v1/admin/signing-keys", "", root.bearer()).statusCode()).isEqualTo(201);

        assertThat(people.me(root)).isEqualTo(200);
        People.Person later = people.signedIn(ada.name());
        assertThat(people.me(later)).isEqualTo(200);
        assertThat(SignedJWT.parse(later.accessToken()).getHeader().getKeyID()).isNotEqualTo(before);
        assertThat(http.get("/api/v1/auth/keys").body()).contains(before).contains(current().kid()).doesNotContain("\"d\"");
    }

    @Test
    void offersNothingOfTheFrameworksOwn() {
        for (String path : new String[] {"/login", "/logout", "/keys", "/oauth/access_token"}) {
            assertThat(http.get(path).statusCode()).as(path).isEqualTo(404);
            assertThat(people.post(path, "{}").statusCode()).as(path).isEqualTo(404);
        }
    }

    private void save(Change<Role> role, Change<Boolean> disabled) {
        User user = users.named(new Username(ada.name())).orElseThrow();
        users.save(user.changed(new User.Patch(Change.keep(), Change.keep(), role, Change.keep(), disabled), Instant.now()));
    }

    private SigningKey current() {
        return keyring.current();
    }

    private JWTClaimsSet.Builder claims() throws ParseException {
        return new JWTClaimsSet.Builder(SignedJWT.parse(ada.accessToken()).getJWTClaimsSet());
    }

    private String signed(JWTClaimsSet claims, String kid, JWSAlgorithm algorithm) throws JOSEException {
        return signed(claims, kid, algorithm, new RSASSASigner(keyring.privateKey(current())));
    }

    private static String signed(JWTClaimsSet claims, String kid, JWSAlgorithm algorithm, JWSSigner signer) throws JOSEException {
        SignedJWT token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(kid).build(), claims);
        token.sign(signer);
        return token.serialize();
    }

    private int status(String token) {
        return http.get("/api/v1/users/me", "Authorization", "Bearer " + token).statusCode();
    }
}
