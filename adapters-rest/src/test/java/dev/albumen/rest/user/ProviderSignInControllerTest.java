package dev.albumen.rest.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.user.FakeIdentityProviders;
import dev.albumen.application.user.IdentityProviders;
import dev.albumen.application.user.Users;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.user.User;
import dev.albumen.domain.user.Username;
import dev.albumen.rest.shared.Http;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest
class ProviderSignInControllerTest {

    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private Http http;
    private People people;
    private FakeIdentityProviders providers;
    private Users users;
    private String somebody;

    /** A browser on its way: what it brings back. */
    private record Way(String state, String cookie) {

        String[] header() {
            return new String[] {"Cookie", cookie};
        }
    }

    @BeforeEach
    void open(EmbeddedServer server, IdentityProviders providers, Users users) {
        this.http = new Http(server);
        this.people = new People(server);
        this.providers = (FakeIdentityProviders) providers;
        this.users = users;
        this.somebody = "visitor" + PEOPLE.incrementAndGet();
    }

    @Test
    void tellsHowOneCanSignIn() {
        HttpResponse<String> answer = http.get("/api/v1/auth/providers");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"name\":\"main\"", "\"title\":\"Main\"", "\"startUrl\":\"/api/v1/auth/oidc/main/start\"", "\"passwords\":\"on\"");
    }

    @Test
    void sendsABrowserToTheProviderWithACookieForTheWayBackAlone() {
        HttpResponse<String> answer = http.get("/api/v1/auth/oidc/main/start");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).startsWith("https://main.example.org/authorize"));
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(setCookie(answer)).startsWith("albumen-sign-in=").contains("HTTPOnly", "SameSite=Lax", "Path=/", "Max-Age=600")
                .doesNotContain("Domain");
    }

    @Test
    void givesTokensThatNobodyKeeps() {
        HttpResponse<String> answer = finish(begin(), "");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(setCookie(answer)).contains("Max-Age=0");
        Map<String, Object> tokens = http.json(answer);
        assertThat(tokens).containsKeys("accessToken", "refreshToken", "tokenType", "expiresIn");
        People.Person person = people.person(somebody, answer);
        assertThat(people.me(person)).isEqualTo(200);
        assertThat(people.refresh(person.refreshToken()).statusCode()).isEqualTo(200);
    }

    @Test
    void handsThemToThePageThatOpenedABrowsersWindow() {
        Way way = begin();
        HttpResponse<String> answer = http.get("/api/v1/auth/oidc/main/callback?state=" + way.state() + "&code=" + code(way),
                "Cookie", way.cookie(), "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        String policy = answer.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy).startsWith("default-src 'none'; script-src 'nonce-").doesNotContain("unsafe");
        String nonce = policy.replaceAll(".*'nonce-([^']+)'.*", "$1");
        assertThat(answer.body()).contains("nonce=\"" + nonce + "\"", "\"accessToken\":", "location.origin");
    }

    @Test
    void takesAnAnswerOnce() {
        Way way = begin();
        assertThat(finish(way, "").statusCode()).isEqualTo(200);

        assertFailed(finish(way, ""));
    }

    @Test
    void takesAnAnswerFromTheBrowserThatBeganAlone() {
        Way way = begin();
        String path = "/api/v1/auth/oidc/main/callback?state=" + way.state() + "&code=" + code(way);

        assertFailed(http.get(path));
        assertFailed(http.get(path, "Cookie", "albumen-sign-in=x"));
        assertFailed(http.get(path, begin().header()));
        assertFailed(http.get(path, "Cookie", "__Host-" + way.cookie()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?code=x", "?state=x", "?error=access_denied", "?state=%0a&code=%0a", "?state=x&state=y&code=z"})
    void refusesAnswersThatAreNone(String query) {
        assertFailed(http.get("/api/v1/auth/oidc/main/callback" + query, begin().header()));
    }

    @Test
    void refusesAnswersWithASecondOfAnything() {
        assertFailed(finish(begin(), "&code=another"));
        assertFailed(finish(begin(), "&iss=a&iss=b"));
        assertFailed(finish(begin(), "&error=access_denied"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "MAIN", "..", "%2e%2e", "main%2f"})
    void knowsNoOtherProvider(String provider) {
        assertThat(http.get("/api/v1/auth/oidc/" + provider + "/start").statusCode()).isIn(400, 404);
        assertThat(http.get("/api/v1/auth/oidc/" + provider + "/callback").statusCode()).isIn(400, 404);
    }

    @Test
    void connectsWhoeverIsSignedIn() {
        People.Person ada = people.user();
        HttpResponse<String> begun = http.get("/api/v1/auth/oidc/main/start", ada.bearer());
        assertThat(begun.statusCode()).isEqualTo(200);
        String state = ((String) http.json(begun).get("address")).replaceAll(".*state=", "");
        Way way = new Way(state, setCookie(begun).split(";")[0]);

        assertThat(finish(way, "").statusCode()).isEqualTo(200);
        HttpResponse<String> again = finish(begin(), "");
        assertThat(http.get("/api/v1/users/me", people.person("", again).bearer()).body()).contains("\"username\":\"" + ada.name() + "\"");
    }

    @Test
    void takesAnIdentityOffAnAccountWithWhatItOpened() {
        People.Person opened = people.person(somebody, finish(begin(), ""));
        People.Person later = people.person(somebody, finish(begin(), ""));
        HttpResponse<String> listed = http.get("/api/v1/users/me/identities", later.bearer());
        assertThat(listed.body()).contains("\"provider\":\"main\"", "\"subject\":\"" + somebody + "\"");
        String path = "/api/v1/users/me/identities/" + listed.body().replaceAll(".*\"id\":\"([0-9a-f]{32})\".*", "$1");

        assertThat(http.send("DELETE", path, "", people.user().bearer()).statusCode()).isEqualTo(404);
        assertThat(http.send("DELETE", path, "", later.bearer()).statusCode()).isEqualTo(204);
        assertThat(http.send("DELETE", path, "", later.bearer()).statusCode()).isEqualTo(404);
        assertThat(people.me(opened)).isEqualTo(401);
        assertThat(people.me(later)).isEqualTo(200);
        assertThat(http.get("/api/v1/users/me/identities", later.bearer()).body()).contains("\"items\":[]");
        People.Person another = people.person("", finish(begin(), ""));
        assertThat(http.get("/api/v1/users/me", another.bearer()).body())
                .as("the address is an account's, which the provider gives nobody").contains("@main.invalid\"");
    }

    @Test
    void takesTheTokensOfAProviderAndShutsThemOutLikeOthers() {
        String token = providers.token(providers.identity("main", somebody));
        String[] bearer = {"Authorization", "Bearer " + token};

        assertThat(http.get("/api/v1/users/me", bearer).body()).contains("\"username\":\"" + somebody + "\"");
        assertThat(http.get("/api/v1/users/me/sessions", bearer).statusCode()).isEqualTo(200);
        assertThat(people.post("/api/v1/auth/logout", "", bearer).statusCode()).isEqualTo(204);
        assertThat(http.get("/api/v1/users/me", bearer).statusCode()).isEqualTo(401);
        assertThat(http.get("/api/v1/users/me", bearer).statusCode()).isEqualTo(401);

        String[] another = {"Authorization", "Bearer " + providers.token(providers.identity("main", somebody))};
        assertThat(http.get("/api/v1/users/me", another).statusCode()).isEqualTo(200);
        User user = users.named(Username.of(somebody)).orElseThrow();
        users.save(user.changed(new User.Patch(Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.to(true)), Instant.now()));
        assertThat(http.get("/api/v1/users/me", another).statusCode()).isEqualTo(401);
    }

    @Test
    void refusesTokensThatAProviderDidNotGive() {
        assertThat(http.get("/api/v1/users/me", "Authorization", "Bearer eyJ-fake-none").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "a b", "::::", "evil.example.org\"<x", "localhost:99999999", ""})
    void makesNothingOfHostsThatAreNone(String host) {
        String answer = http.raw("GET /api/v1/auth/oidc/main/start HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).doesNotContain(" 500 ");
    }

    private Way begin() {
        HttpResponse<String> begun = http.get("/api/v1/auth/oidc/main/start");
        return new Way(begun.headers().firstValue("Location").orElseThrow().replaceAll(".*state=", ""), setCookie(begun).split(";")[0]);
    }

    private HttpResponse<String> finish(Way way, String more) {
        return http.get("/api/v1/auth/oidc/main/callback?state=" + way.state() + "&code=" + code(way) + more, way.header());
    }

    private String code(Way way) {
        return providers.signsIn(way.state(), providers.identity("main", somebody));
    }

    private static String setCookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElse("");
    }

    private static void assertFailed(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(answer.body()).contains("\"code\":\"sign-in-failed\"");
    }
}
