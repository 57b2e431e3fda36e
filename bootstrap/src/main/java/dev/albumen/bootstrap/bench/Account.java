package dev.albumen.bootstrap.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** A person with an account, who calls the service. */
public final class Account {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    /** Well within the quarter of an hour for which a token holds. */
    private static final Duration FRESH = Duration.ofMinutes(8);
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int MULTI_STATUS = 207;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
    private final URI api;
    private final String name;
    private final String password;
    private String token = "";
    private long signedInAt;

    /** An account that is made now. */
    public Account(URI service, String name, String password) {
        this.api = service.resolve("/api/v1/");
        this.name = name;
        this.password = password;
        call("POST", "auth/register", Map.of(), json(Map.of(
                "username", name, "email", name + "@example.org", "password", password)), CREATED);
    }

    public String name() {
        return name;
    }

    public URI address(String path) {
        return api.resolve(path);
    }

    public JsonNode get(String path) {
        return call("GET", path, authorization(), BodyPublishers.noBody(), OK);
    }

    public JsonNode post(String path, Map<String, ?> body) {
        return call("POST", path, authorization(), json(body), CREATED);
    }

    /** A change of many, each of which may have its own outcome. */
    public JsonNode postMany(String path, Map<String, ?> body) {
        return call("POST", path, authorization(), json(body), MULTI_STATUS);
    }

    public JsonNode patch(String path, Map<String, ?> body) {
        return call("PATCH", path, authorization(), json(body), OK);
    }

    JsonNode upload(Form form) {
        return call("POST", "images", form.headers(authorization()), form.body(), CREATED);
    }

    public synchronized Map<String, String> authorization() {
        if (token.isEmpty() || System.nanoTime() - signedInAt > FRESH.toNanos()) {
            token = call("POST", "auth/login", Map.of(), json(Map.of("login", name, "password", password)), OK)
                    .path("accessToken").asText();
            signedInAt = System.nanoTime();
        }
        return Map.of("Authorization", "Bearer " + token);
    }

    private static BodyPublisher json(Map<String, ?> body) {
        try {
            return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode call(String method, String path, Map<String, String> headers, BodyPublisher body, int due) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(method, body);
        headers.forEach(request::setHeader);
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() != due) {
                throw new BenchFailed(method + " /api/v1/" + path + " was answered with " + answer.statusCode() + ": "
                        + new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8));
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new BenchFailed("The service at " + api + " does not answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailed("interrupted");
        }
    }
}
