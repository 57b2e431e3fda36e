package dev.albumen.rest.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.shared.Role;
import dev.albumen.rest.shared.Http;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@MicronautTest
class AdministrationTest {

    private static final String USERS = "/api/v1/admin/users";
    private static final String INVITES = "/api/v1/admin/invites";

    private Http http;
    private People people;

    @BeforeEach
    void open(EmbeddedServer server) {
        http = new Http(server);
        people = new People(server);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"USER", "MODERATOR"})
    void isNotForOthers(Role role) {
        People.Person person = people.user(role);
        for (String path : new String[] {USERS, INVITES, USERS + "/01890000-0000-7000-8000-000000000000"}) {
            assertThat(http.get(path, person.bearer()).statusCode()).isEqualTo(403);
            assertThat(http.get(path).statusCode()).isEqualTo(401);
        }
        assertThat(people.post(INVITES, "{}", person.bearer()).statusCode()).isEqualTo(403);
    }

    @Test
    void listsByWordsInPages() {
        People.Person admin = people.user(Role.ADMIN);
        people.register("needle-one");
        people.register("needle-two");

        HttpResponse<String> first = http.get(USERS + "?q=NEEDLE&limit=1", admin.bearer());
        assertThat(first.body()).contains("needle-two").doesNotContain("needle-one").doesNotContain("$fake$");
        String next = (String) http.json(first).get("nextCursor");
        assertThat(http.get(USERS + "?q=NEEDLE&limit=1&cursor=" + next, admin.bearer()).body()).contains("needle-one");
        assertThat(http.get(USERS + "?q=other&limit=1&cursor=" + next, admin.bearer()).statusCode()).isEqualTo(400);
    }

    @Test
    void makesChangesAndClosesAnAccount() {
        People.Person admin = people.user(Role.ADMIN);
        HttpResponse<String> created = people.post(USERS, """
                {"username": "made.one", "email": "made.one@example.org", "password": "%s", "role": "moderator", "quotaBytes": 5000}
                """.formatted(People.PASSWORD), admin.bearer());
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(http.json(created)).containsEntry("role", "moderator").containsEntry("quotaBytes", 5000);
        String path = created.headers().firstValue("Location").orElseThrow();

        assertThat(people.send("PATCH", path, "{\"role\": \"admin\"}", admin.bearer()).statusCode()).isEqualTo(403);
        assertThat(people.send("PATCH", path, "{\"role\": \"king\"}", admin.bearer()).statusCode()).isEqualTo(400);
        assertThat(people.send("PATCH", path, "{\"quotaBytes\": -1}", admin.bearer()).statusCode()).isEqualTo(400);
        assertThat(http.json(people.send("PATCH", path, "{\"role\": \"user\", \"quotaBytes\": null}", admin.bearer())))
                .containsEntry("role", "user").containsEntry("quotaBytes", null);
        assertThat(people.send("DELETE", path, "", admin.bearer()).statusCode()).isEqualTo(204);
        assertThat(people.login("made.one", People.PASSWORD).statusCode()).isEqualTo(403);
        assertThat(http.json(people.send("PATCH", path, "{\"deletionDueAt\": null}", admin.bearer()))).containsEntry("deletionDueAt", null);
        assertThat(people.login("made.one", People.PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void makesShowsAndTakesBackInvites() {
        People.Person admin = people.user(Role.ADMIN);
        HttpResponse<String> created = people.post(INVITES, "{\"expiresAt\": null}", admin.bearer());
        assertThat(created.statusCode()).isEqualTo(201);
        String id = (String) http.json(created).get("id");
        String code = (String) http.json(created).get("code");

        assertThat(http.get(INVITES, admin.bearer()).body()).contains(id).doesNotContain(code);
        assertThat(people.send("DELETE", INVITES + "/" + id, "", admin.bearer()).statusCode()).isEqualTo(204);
        assertThat(people.send("DELETE", INVITES + "/" + id, "", admin.bearer()).statusCode()).isEqualTo(404);
        assertThat(people.post(INVITES, "{\"expiresAt\": \"2020-01-01T00:00:00Z\"}", admin.bearer()).statusCode()).isEqualTo(400);
    }
}
