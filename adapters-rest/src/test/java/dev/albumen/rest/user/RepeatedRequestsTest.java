package dev.albumen.rest.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.shared.Role;
import dev.albumen.rest.shared.Http;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code Idempotency-Key} does, shown on accounts and invites. */
@MicronautTest
class RepeatedRequestsTest {

    private static final String INVITES = "/api/v1/admin/invites";

    private final String key = UUID.randomUUID().toString();
    private Http http;
    private People people;

    @BeforeEach
    void open(EmbeddedServer server) {
        http = new Http(server);
        people = new People(server);
    }

    @Test
    void answersARepeatedRequestAsTheFirstTime() {
        People.Person admin = people.user(Role.ADMIN);

        HttpResponse<String> first = invite(admin, key, "{}");
        HttpResponse<String> second = invite(admin, '"' + key + '"', " { } ");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        for (String header : new String[] {"Content-Type", "Cache-Control", "Content-Length"}) {
            assertThat(second.headers().allValues(header)).as(header).isEqualTo(first.headers().allValues(header)).hasSize(1);
        }
        assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
    }

    @Test
    void refusesAnotherRequestUnderTheSameKey() {
        People.Person admin = people.user(Role.ADMIN);
        invite(admin, key, "{}");

        HttpResponse<String> other = invite(admin, key, "{\"expiresAt\": \"" + Instant.now().plus(Duration.ofDays(30)) + "\"}");

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(http.json(other)).containsEntry("code", "idempotency-key-reused");
        assertThat(people.post("/api/v1/admin/users", "{\"username\": \"a\", \"email\": \"b\", \"password\": \"c\"}", with(admin, key)).statusCode())
                .as("another path").isEqualTo(422);
    }

    @Test
    void keepsAccountsApart() {
        String one = invite(people.user(Role.ADMIN), key, "{}").body();
        HttpResponse<String> other = invite(people.user(Role.ADMIN), key, "{}");

        assertThat(other.statusCode()).isEqualTo(201);
        assertThat(other.body()).isNotEqualTo(one);
    }

    @Test
    void takesWhatWasRefusedAgain() {
        People.Person admin = people.user(Role.ADMIN);
        assertThat(invite(admin, key, "{\"expiresAt\": \"2020-01-01T00:00:00Z\"}").statusCode()).isEqualTo(400);

        assertThat(invite(admin, key, "{}").statusCode()).isEqualTo(201);
    }

    @Test
    void letsNobodyInOnAKeyAlone() {
        People.Person admin = people.user(Role.ADMIN);
        invite(admin, key, "{}");

        assertThat(people.post(INVITES, "{}", "Idempotency-Key", key).statusCode()).isEqualTo(401);
    }

    @Test
    void repeatsARegistrationOnlyToThoseWhoKnowThePassword() {
        String body = "{\"username\": \"twice\", \"email\": \"twice@example.org\", \"password\": \"%s\"}";
        HttpResponse<String> first = people.post("/api/v1/auth/register", body.formatted(People.PASSWORD), "Idempotency-Key", key);
        HttpResponse<String> second = people.post("/api/v1/auth/register", body.formatted(People.PASSWORD), "Idempotency-Key", key);
        HttpResponse<String> guess = people.post("/api/v1/auth/register", body.formatted("not the same password"), "Idempotency-Key", key);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Location")).isEqualTo(first.headers().firstValue("Location")).isPresent();
        assertThat(second.headers().firstValue("ETag")).isEqualTo(first.headers().firstValue("ETag")).isPresent();
        assertThat(guess.statusCode()).isEqualTo(422);
        assertThat(guess.body()).doesNotContain("twice@example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "two words", "\"open", "a\"b\"", "\"tail\";q=1", "\"back\\slash\"", "\"a\", \"b\"", "caf\u00e9", "\u0001"})
    void refusesWhatIsNoKey(String malformed) {
        String answer = http.raw("POST /api/v1/auth/register HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Idempotency-Key: " + malformed + "\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");

        assertThat(answer).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void takesKeysOfUpTo255CharactersAndOneAtATime() {
        People.Person admin = people.user(Role.ADMIN);

        assertThat(invite(admin, "k".repeat(255), "{}").statusCode()).isEqualTo(201);
        HttpResponse<String> tooLong = invite(admin, "k".repeat(256), "{}");
        assertThat(http.json(tooLong)).containsEntry("code", "malformed-idempotency-key").containsEntry("status", 400);
        assertThat(people.post(INVITES, "{}", Stream.of(with(admin, key), new String[] {"Idempotency-Key", key})
                .flatMap(Stream::of).toArray(String[]::new)).statusCode()).isEqualTo(400);
        assertThat(invite(admin, "\"say \\\"a\\\"\"", "{}").statusCode()).isEqualTo(201);
    }

    private HttpResponse<String> invite(People.Person admin, String sent, String body) {
        return people.post(INVITES, body, with(admin, sent));
    }

    private static String[] with(People.Person person, String key) {
        return new String[] {person.bearer()[0], person.bearer()[1], "Idempotency-Key", key};
    }
}
