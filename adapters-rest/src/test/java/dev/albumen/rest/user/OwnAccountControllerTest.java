package dev.albumen.rest.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.rest.shared.Http;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest
class OwnAccountControllerTest {

    private static final String ME = "/api/v1/users/me";

    private Http http;
    private People people;
    private People.Person ada;

    @BeforeEach
    void open(EmbeddedServer server) {
        http = new Http(server);
        people = new People(server);
        ada = people.user();
    }

    @Test
    void showsTheAccountWithATag() {
        HttpResponse<String> answer = http.get(ME, ada.bearer());
        String tag = answer.headers().firstValue("ETag").orElseThrow();

        assertThat(http.json(answer)).containsEntry("username", ada.name()).containsEntry("quotaBytes", null);
        assertThat(http.get(ME, "Authorization", ada.bearer()[1], "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(http.get(ME).statusCode()).isEqualTo(401);
    }

    @Test
    void changesWhatOneMayChange() {
        HttpResponse<String> answer = people.send("PATCH", ME, "{\"displayName\": \"Ada L.\"}", ada.bearer());
        assertThat(http.json(answer)).containsEntry("displayName", "Ada L.").containsEntry("version", 2);
        assertThat(http.json(people.send("PATCH", ME, "{\"displayName\": null}", ada.bearer()))).containsEntry("displayName", ada.name());

        assertThat(people.send("PATCH", ME, "{\"role\": \"admin\"}", ada.bearer()).statusCode()).isEqualTo(400);
        assertThat(people.send("PATCH", ME, "{\"email\": null}", ada.bearer()).statusCode()).isEqualTo(400);
        assertThat(people.send("PATCH", ME, "{\"email\": \"nowhere\"}", ada.bearer()).statusCode()).isEqualTo(400);
        assertThat(people.send("PATCH", ME, "{\"displayName\": \"a\\u0007b\"}", ada.bearer()).statusCode()).isEqualTo(400);
    }

    @Test
    void refusesAChangeOfAVersionThatIsGone() {
        String tag = http.get(ME, ada.bearer()).headers().firstValue("ETag").orElseThrow();
        people.send("PATCH", ME, "{\"displayName\": \"One\"}", ada.bearer());

        assertThat(people.send("PATCH", ME, "{\"displayName\": \"Two\"}", "Authorization", ada.bearer()[1], "If-Match", tag).statusCode())
                .isEqualTo(412);
    }

    @Test
    void replacesThePasswordAndEndsEveryTokenAtOnce() {
        People.Person elsewhere = people.signedIn(ada.name());
        String body = "{\"currentPassword\": \"%s\", \"newPassword\": \"another lantern, 9 rivers\"}";

        assertThat(people.send("PUT", ME + "/password", body.formatted("wrong"), ada.bearer()).statusCode()).isEqualTo(403);
        HttpResponse<String> changed = people.send("PUT", ME + "/password", body.formatted(People.PASSWORD), ada.bearer());

        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(people.me(ada)).isEqualTo(401);
        assertThat(people.me(elsewhere)).isEqualTo(401);
        assertThat(people.me(people.person(ada.name(), changed))).isEqualTo(200);
        assertThat(people.login(ada.name(), People.PASSWORD).statusCode()).isEqualTo(401);
    }

    @Test
    void showsWhatIsStored() {
        assertThat(http.json(http.get(ME + "/usage", ada.bearer()))).containsEntry("usedBytes", 0).containsEntry("reservedBytes", 0)
                .containsEntry("quotaBytes", null).containsEntry("quotaWarning", null).containsKey("counts");
    }

    @Test
    void listsAndEndsSessions() {
        People.Person elsewhere = people.signedIn(ada.name());
        HttpResponse<String> answer = http.get(ME + "/sessions", ada.bearer());
        assertThat(answer.body()).contains("\"current\":true").contains("\"current\":false");

        assertThat(people.send("DELETE", ME + "/sessions", "", ada.bearer()).statusCode()).isEqualTo(204);
        assertThat(people.me(elsewhere)).isEqualTo(401);
        assertThat(people.me(ada)).isEqualTo(200);
        assertThat(people.send("DELETE", ME + "/sessions/01890000-0000-7000-8000-000000000000", "", ada.bearer()).statusCode()).isEqualTo(404);
        assertThat(people.send("DELETE", ME + "/sessions/x", "", ada.bearer()).statusCode()).isEqualTo(404);
    }

    @Test
    void closesTheAccountAtOnce() {
        assertThat(people.send("DELETE", ME, "", ada.bearer()).statusCode()).isEqualTo(204);

        assertThat(people.me(ada)).isEqualTo(401);
        assertThat(people.login(ada.name(), People.PASSWORD).statusCode()).isEqualTo(403);
        assertThat(http.get("/api/v1/users/" + ada.name()).statusCode()).isEqualTo(404);
    }

    @Test
    void showsOnlyAProfileToOthers() {
        assertThat(http.json(http.get("/api/v1/users/" + ada.name()))).containsOnlyKeys("id", "username", "displayName", "createdAt");
        assertThat(http.get("/api/v1/users/nobody-here").statusCode()).isEqualTo(404);
        assertThat(http.get("/api/v1/users/a%20b").statusCode()).isEqualTo(404);
    }
}
