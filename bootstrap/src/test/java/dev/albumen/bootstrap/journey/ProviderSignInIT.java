package dev.albumen.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.albumen.bootstrap.InProcess;
import dev.albumen.bootstrap.page.Browser;
import dev.albumen.bootstrap.process.AlbumenProcess;
import dev.albumen.bootstrap.process.Answer;
import dev.albumen.bootstrap.process.Client;
import dev.albumen.bootstrap.process.ProviderForm;
import dev.albumen.bootstrap.process.ProviderForm.Way;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The whole service with a provider of identities behind it that we did not write, and one that is down. */
@TestInstance(Lifecycle.PER_CLASS)
class ProviderSignInIT {

    private static final String CLIENT = "albumen";

    private MockOAuth2Server provider;
    private Map<String, String> settings = Map.of();
    private InProcess service;
    private Client anyone;

    @BeforeAll
    void start(@TempDir Path home) throws IOException {
        provider = new MockOAuth2Server(OAuth2Config.Companion.fromJson("{\"interactiveLogin\": true}"));
        provider.start();
        // It makes its keys when it first needs them, which is slow.
        token("nobody");
        settings = new HashMap<>(Map.of(
                "ALBUMEN_OIDC_MAIN_ISSUER", issuer(), "ALBUMEN_OIDC_MAIN_CLIENT_ID", CLIENT, "ALBUMEN_OIDC_MAIN_CLIENT_SECRET", "hush",
                "ALBUMEN_OIDC_MAIN_TITLE", "The main one", "ALBUMEN_OIDC_MAIN_ROLES", "mods=moderator", "ALBUMEN_OIDC_MAIN_ACCOUNTS", "always",
                "ALBUMEN_PASSWORDS", "superadmins"));
        settings.put("ALBUMEN_OIDC_DOWN_ISSUER", "http://localhost:" + closedPort());
        settings.put("ALBUMEN_OIDC_DOWN_CLIENT_ID", CLIENT);
        service = InProcess.start(home, settings);
        anyone = Client.of(service.address());
    }

    @AfterAll
    void stop() {
        service.close();
        provider.shutdown();
    }

    private String issuer() {
        return provider.issuerUrl("main").toString();
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void offersItsProviders() {
        Answer offered = anyone.get("auth/providers").expect(200);

        assertThat(offered.items("name")).containsExactly("down", "main");
        assertThat(offered.items("title")).containsExactly("down", "The main one");
        assertThat(offered.at("passwords")).isEqualTo("superadmins");
    }

    @Test
    void signsSomebodyInAndOutAndRemembersThem() {
        Client ada = signedIn("ada", "mods");
        Answer account = ada.get("users/me").expect(200);
        assertThat(account.at("username")).isEqualTo("ada");
        assertThat(account.at("email")).isEqualTo("ada@example.org");
        assertThat(account.at("role")).isEqualTo("moderator");
        ada.post("auth/logout", "").expect(204);
        ada.get("users/me").expect(401);

        Answer again = signedIn("ada", "").get("users/me").expect(200);
        assertThat(again.at("id")).isEqualTo(account.at("id"));
        assertThat(again.at("role")).isEqualTo("user");
    }

    @Test
    void takesEveryAnswerOnceInTheBrowserThatBegan() {
        Way way = way("bob", "");

        anyone.get(way.back()).expect(401);
        callback(way).expect(200);
        callback(way).expect(401);
    }

    @Test
    void finishesOnAnotherNodeThanItBeganOn(@TempDir Path folder) throws IOException {
        try (InProcess.Node another = service.anotherNode(folder, settings)) {
            Client there = Client.of(another.address());
            Way way = way("gus", "mods");

            Answer tokens = way.at(there).expect(200);

            for (Client node : List.of(anyone, there)) {
                assertThat(node.bearing(tokens.at("accessToken")).get("users/me").expect(200).at("username")).isEqualTo("gus");
                way.at(node).expect(401);
            }
            there.bearing(tokens.at("accessToken")).post("auth/logout", "").expect(204);
            anyone.bearing(tokens.at("accessToken")).get("users/me").expect(401);
        }
    }

    @Test
    void handsTheTokensToThePageThatOpenedTheWindowAndClosesIt(@TempDir Path folder) throws IOException {
        assumeTrue(Browser.program().isPresent(), "hidden where no browser: there is no Chromium here");
        try (Browser browser = Browser.start(Browser.program().orElseThrow(), folder)) {
            browser.open(service.address().resolve("/health/readiness"));
            browser.evaluate("""
                    window.told = new Promise(resolve => addEventListener('message', event => resolve([event.origin, event.data])));
                    window.open('/api/v1/auth/oidc/main/start', 'signing-in', 'popup') !== null
                    """);
            browser.inAnotherWindow(provider.issuerUrl("main").port(), """
                    document.querySelector('[name=username]').value = 'hal';
                    document.querySelector('[name=claims]').value = '%s';
                    document.querySelector('form').submit()
                    """.formatted(ProviderForm.claims("hal", "")));

            JsonNode told = browser.evaluate("told");

            assertThat(told.at("/0").asText()).isEqualTo("http://" + service.address().getAuthority());
            assertThat(told.at("/1/type").asText()).isEqualTo("albumen-signed-in");
            Client hal = anyone.bearing(told.at("/1/tokens/accessToken").asText());
            assertThat(hal.get("users/me").expect(200).at("username")).isEqualTo("hal");
            browser.awaitOnlyWindow();
            assertThat(browser.evaluate("document.cookie + location.href").asText()).doesNotContain("oidc", "code=");
        }
    }

    @Test
    void takesAnAnswerOnceThoughItComesManyTimesAtOnce() throws Exception {
        Way way = way("dora", "");
        CyclicBarrier all = new CyclicBarrier(4);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> answer = () -> {
                all.await();
                return callback(way).status();
            };
            List<Future<Integer>> statuses = threads.invokeAll(List.of(answer, answer, answer, answer));
            List<Integer> found = new ArrayList<>();
            for (Future<Integer> status : statuses) {
                found.add(status.get());
            }
            assertThat(found).containsExactlyInAnyOrder(200, 401, 401, 401);
        }
    }

    @Test
    void makesOneAccountOfOnePersonThoughTheyComeTwiceAtOnce() throws Exception {
        String first = token("eve-twice");
        String second = token("eve-twice");
        CyclicBarrier both = new CyclicBarrier(4);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> calls = List.of(first, second, first, second).stream().<Callable<String>>map(token -> () -> {
                both.await();
                return anyone.bearing(token).get("users/me").expect(200).at("id");
            }).toList();
            List<String> ids = new ArrayList<>();
            for (Future<String> id : threads.invokeAll(calls)) {
                ids.add(id.get());
            }
            assertThat(ids).hasSize(4).containsOnly(ids.getFirst());
        }
    }

    @Test
    void takesTheProvidersTokensOnTheApiUntilSomebodyIsShutOut() {
        Client cyd = anyone.bearing(token("cyd"));
        String id = cyd.get("users/me").expect(200).at("id");
        cyd.post("albums", Map.of("title", "By token")).expect(201);
        assertThat(cyd.get("users/me/sessions").expect(200).items("id")).hasSize(1);

        Client admin = anyone.signIn("admin", AlbumenProcess.ADMIN_PASSWORD);
        admin.patch("admin/users/" + id, Map.of("disabled", true)).expect(200);
        cyd.get("users/me").expect(401);
        anyone.bearing(token("cyd")).get("users/me").expect(403);
        admin.patch("admin/users/" + id, Map.of("disabled", false)).expect(200);
        cyd.get("users/me").expect(401);
        anyone.bearing(token("cyd")).get("users/me").expect(200);
    }

    @Test
    void takesNoTokenOfTheProviderForSomebodyElse() {
        String others = provider.issueToken("main", CLIENT,
                new DefaultOAuth2TokenCallback("main", "mallory", "JWT", List.of("another"), Map.of("scope", "openid"), 600)).serialize();
        String stranger = provider.issueToken("stranger", CLIENT,
                new DefaultOAuth2TokenCallback("stranger", "mallory", "JWT", List.of(CLIENT), Map.of("scope", "openid"), 600)).serialize();

        anyone.bearing(others).get("users/me").expect(401);
        anyone.bearing(stranger).get("users/me").expect(401);
    }

    @Test
    void addsAnIdentityToTheSuperadminsAccount() {
        Client admin = anyone.signIn("admin", AlbumenProcess.ADMIN_PASSWORD);
        Answer begun = admin.get("auth/oidc/main/start").expect(200);
        Way way = ProviderForm.signIn(URI.create(begun.at("address")), begun, "root-at-main", "");
        callback(way).expect(200);

        Answer account = signedIn("root-at-main", "mods").get("users/me").expect(200);
        assertThat(account.at("username")).isEqualTo("admin");
        assertThat(account.at("role")).isEqualTo("superadmin");
    }

    @Test
    void keepsPasswordsToSuperadminsWhereThatIsSet() {
        assertThat(anyone.post("auth/register", Map.of("username", "pat", "email", "pat@example.org", "password", Client.PASSWORD))
                .expect(403).at("code")).isEqualTo("passwords-off");
        Client admin = anyone.signIn("admin", AlbumenProcess.ADMIN_PASSWORD);
        admin.post("admin/users", Map.of("username", "pat", "email", "pat@example.org", "password", Client.PASSWORD)).expect(201);
        assertThat(anyone.post("auth/login", Map.of("login", "pat", "password", Client.PASSWORD)).expect(403).at("code")).isEqualTo("passwords-off");
        anyone.post("auth/login", Map.of("login", "pat", "password", "wrong")).expect(401);
    }

    @Test
    void saysThatAProviderIsDownWhileOthersWork() {
        Answer down = anyone.get("auth/oidc/down/start").expect(503);

        assertThat(down.at("code")).isEqualTo("unavailable");
        assertThat(down.header("Retry-After")).isNotEmpty();
        signedIn("fay", "").get("users/me").expect(200);
    }

    private Client signedIn(String subject, String group) {
        Answer tokens = callback(way(subject, group)).expect(200);
        return anyone.bearing(tokens.at("accessToken"));
    }

    private Answer callback(Way way) {
        assertThat(way.host()).isEqualTo(service.address().getAuthority());
        return way.at(anyone);
    }

    private Way way(String subject, String group) {
        return ProviderForm.signIn(anyone.get("auth/oidc/main/start"), subject, group);
    }

    private String token(String subject) {
        return provider.issueToken("main", CLIENT, new DefaultOAuth2TokenCallback(
                "main", subject, "JWT", List.of(CLIENT), Map.of("scope", "openid", "preferred_username", subject, "email", subject + "@example.org", "email_verified", true), 600)).serialize();
    }
}
