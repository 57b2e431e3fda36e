package dev.albumen.rest.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.user.Users;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.user.User;
import dev.albumen.domain.user.Username;
import dev.albumen.rest.shared.Http;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes people and signs them in, over HTTP. */
public final class People {

    public static final String PASSWORD = "quiet lantern over 7 hills";
    private static final AtomicInteger MADE = new AtomicInteger();

    private final Http http;
    private final Users users;

    public People(EmbeddedServer server) {
        this.http = new Http(server);
        this.users = server.getApplicationContext().getBean(Users.class);
    }

    /** Somebody signed in. */
    public record Person(String name, String accessToken, String refreshToken) {

        /** The header that says who asks. */
        public String[] bearer() {
            return new String[] {"Authorization", "Bearer " + accessToken};
        }
    }

    /** A new user with a name of their own. */
    public Person user() {
        String name = "person" + MADE.incrementAndGet();
        assertThat(register(name).statusCode()).isEqualTo(201);
        return signedIn(name);
    }

    /** A new user with a role. */
    public Person user(Role role) {
        Person person = user();
        User user = users.named(new Username(person.name())).orElseThrow();
        users.save(user.changed(new User.Patch(Change.keep(), Change.keep(), Change.to(role), Change.keep(), Change.keep()), Instant.now()));
        return person;
    }

    public HttpResponse<String> register(String name) {
        return post("/api/v1/auth/register",
                "{\"username\": \"%s\", \"email\": \"%s@example.org\", \"password\": \"%s\"}".formatted(name, name, PASSWORD));
    }

    public Person signedIn(String name) {
        HttpResponse<String> answer = login(name, PASSWORD);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return person(name, answer);
    }

    public HttpResponse<String> login(String name, String password) {
        return post("/api/v1/auth/login", "{\"login\": \"%s\", \"password\": \"%s\"}".formatted(name, password));
    }

    public HttpResponse<String> refresh(String token) {
        return post("/api/v1/auth/refresh", "{\"refreshToken\": \"%s\"}".formatted(token));
    }

    public Person person(String name, HttpResponse<String> tokens) {
        Map<String, Object> body = http.json(tokens);
        return new Person(name, (String) body.get("accessToken"), (String) body.get("refreshToken"));
    }

    /** The status of reading one's own account. */
    public int me(Person person) {
        return http.get("/api/v1/users/me", person.bearer()).statusCode();
    }

    public HttpResponse<String> post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    public HttpResponse<String> send(String method, String path, String body, String... headers) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/json";
        return http.send(method, path, body, all);
    }
}
