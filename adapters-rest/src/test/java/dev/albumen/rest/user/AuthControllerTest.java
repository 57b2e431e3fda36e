package dev.albumen.rest.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.audit.InMemoryAuditTrail;
import dev.albumen.application.user.FakePasswordHasher;
import dev.albumen.application.user.PasswordHasher;
import dev.albumen.rest.shared.Http;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest
class AuthControllerTest {

    private Http http;
    private People people;
    private FakePasswordHasher hasher;
    private InMemoryAuditTrail audit;

    @BeforeEach
    void open(EmbeddedServer server, PasswordHasher hasher, AuditTrail audit) {
        this.http = new Http(server);
        this.people = new People(server);
        this.hasher = (FakePasswordHasher) hasher;
        this.audit = (InMemoryAuditTrail) audit;
    }

    @Test
    void makesAnAccountWithoutShowingThePassword() {
        HttpResponse<String> answer = people.register("Grace.Hopper");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(http.json(answer)).containsEntry("username", "grace.hopper").containsEntry("email", "grace.hopper@example.org")
                .containsEntry("displayName", "grace.hopper").containsEntry("role", "user").containsKeys("id", "createdAt", "version");
        assertThat(answer.body()).doesNotContain(People.PASSWORD).doesNotContain("hash");
        assertThat(answer.headers().firstValue("Location")).contains("/api/v1/users/grace.hopper");
        assertThat(people.register("GRACE.hopper").statusCode()).isEqualTo(409);
    }

    @Test
    void tellsEverythingThatIsWrongWithARegistration() {
        HttpResponse<String> answer = people.post("/api/v1/auth/register",
                "{\"username\": \"a b\", \"email\": \"nowhere\", \"password\": \"short\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("/username").contains("/email").contains("\"code\":\"invalid\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "password1234", "aaaaaaaaaaaaaa", "weakling1234"})
    void refusesWeakPasswords(String password) {
        HttpResponse<String> answer = people.post("/api/v1/auth/register",
                "{\"username\": \"weakling\", \"email\": \"weakling@example.org\", \"password\": \"%s\"}".formatted(password));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("/password").doesNotContain(password + "\"");
    }

    @Test
    void givesTokensThatNobodyKeeps() {
        people.register("token.holder");
        HttpResponse<String> answer = people.login("Token.Holder@example.org", People.PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(http.json(answer)).containsOnlyKeys("accessToken", "refreshToken", "tokenType", "expiresIn")
                .containsEntry("tokenType", "Bearer").containsEntry("expiresIn", 900);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void answersAnUnknownUserLikeAWrongPassword() {
        people.register("known.one");
        int before = hasher.comparisons();
        HttpResponse<String> wrong = people.login("known.one", "not the password");
        HttpResponse<String> unknown = people.login("unknown.one", "not the password");

        assertThat(hasher.comparisons() - before).isEqualTo(2);
        assertThat(wrong.statusCode()).isEqualTo(401).isEqualTo(unknown.statusCode());
        assertThat(withoutTrace(wrong)).isEqualTo(withoutTrace(unknown));
        assertThat(wrong.headers().firstValue("WWW-Authenticate")).isPresent();
    }

    @Test
    void renewsTokensAndEndsTheFamilyWhenASpentOneComesBack() {
        People.Person ada = people.user();
        HttpResponse<String> renewed = people.refresh(ada.refreshToken());
        assertThat(renewed.statusCode()).isEqualTo(200);
        People.Person later = people.person(ada.name(), renewed);
        assertThat(people.me(later)).isEqualTo(200);

        HttpResponse<String> reused = people.refresh(ada.refreshToken());

        assertThat(reused.statusCode()).isEqualTo(401);
        assertThat(people.refresh(later.refreshToken()).statusCode()).isEqualTo(401);
        assertThat(people.me(later)).isEqualTo(401);
        assertThat(audit.actions()).contains("session.refresh-token-reused");
    }

    @Test
    void endsEveryTokenOfASessionOnSignOut() {
        People.Person ada = people.user();
        People.Person elsewhere = people.signedIn(ada.name());

        assertThat(people.post("/api/v1/auth/logout", "", ada.bearer()).statusCode()).isEqualTo(204);
        assertThat(people.me(ada)).isEqualTo(401);
        assertThat(people.refresh(ada.refreshToken()).statusCode()).isEqualTo(401);
        assertThat(people.me(elsewhere)).isEqualTo(200);
        assertThat(people.post("/api/v1/auth/logout", "").statusCode()).isEqualTo(401);
    }

    @Test
    void slowsDownWhoeverGuessesAndSaysWhenToComeBack() {
        people.register("guessed.one");
        for (int i = 0; i < 10; i++) {
            assertThat(people.login("guessed.one", "wrong guess " + i).statusCode()).isEqualTo(401);
        }
        HttpResponse<String> refused = whatEvenTheRightPasswordGetsOnceNoTryIsLeft("guessed.one");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValueSatisfying(wait -> assertThat(Integer.parseInt(wait)).isBetween(1, 30));
        assertThat(refused.headers().firstValue("RateLimit")).hasValueSatisfying(value -> assertThat(value).matches("\"login-by-account\";r=0;t=\\d+"));
        assertThat(refused.headers().firstValue("RateLimit-Policy")).contains("\"login-by-account\";q=10;w=300");
        people.login("guessed.one", "again");
        assertThat(audit.actions()).filteredOn("session.start-refused"::equals).hasSize(1);
    }

    /** A try grows back each half a minute, so on a slow machine there may be one left after ten guesses. */
    private HttpResponse<String> whatEvenTheRightPasswordGetsOnceNoTryIsLeft(String name) {
        HttpResponse<String> answer = people.login(name, People.PASSWORD);
        for (int i = 0; i < 10 && answer.statusCode() == 200; i++) {
            people.login(name, "one more guess " + i);
            answer = people.login(name, People.PASSWORD);
        }
        return answer;
    }

    @Test
    void doesNotCountRightfulSignIns() {
        people.register("busy.one");
        for (int i = 0; i < 60; i++) {
            assertThat(people.login("busy.one", People.PASSWORD).statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/api/v1/auth/login | {} | required",
        "/api/v1/auth/login | {\"login\": 5, \"password\": []} | wrong-type",
        "/api/v1/auth/login | {\"login\": \"a\", \"password\": \"b\", \"x\": 1} | unknown-field",
        "/api/v1/auth/login | {\"login\": \"a\" | malformed",
        "/api/v1/auth/login | null | ",
        "/api/v1/auth/register | [] | ",
        "/api/v1/auth/refresh | {\"refreshToken\": null} | required"
    })
    void refusesMalformedBodies(String path, String body, String code) {
        HttpResponse<String> answer = people.post(path, body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.body()).contains(code == null ? "" : code);
    }

    @Test
    void takesNoGarbageForARefreshToken() {
        for (String garbage : new String[] {"", "x", "é", "x".repeat(5_000)}) {
            assertThat(people.refresh(garbage).statusCode()).isEqualTo(401);
        }
    }

    private static String withoutTrace(HttpResponse<String> answer) {
        return answer.body().replaceAll("\"traceId\":\"[0-9a-f]+\"", "");
    }
}
