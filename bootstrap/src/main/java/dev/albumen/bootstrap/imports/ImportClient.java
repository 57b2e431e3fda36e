package dev.albumen.bootstrap.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Calls a service for an account, and again where it says that it may. */
final class ImportClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration FRESH = Duration.ofMinutes(8);
    private static final int TRIES = 6;
    private static final int LONGEST_PAUSE_SECONDS = 30;
    private static final Set<Integer> AGAIN = Set.of(429, 502, 503, 504);
    /** No room, no account: nothing that the next picture could change. */
    private static final Set<Integer> END = Set.of(401, 507);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(30)).build();
    private final URI api;
    private final String login;
    private final String password;
    private String token = "";
    private long signedInAt;

    ImportClient(URI service, String login, String password) {
        this.api = service.resolve("/api/v1/");
        this.login = login;
        this.password = password;
    }

    /** The account's album of that title, made where there is none. */
    String album(String title) {
        String cursor = "";
        do {
            JsonNode page = call("GET", "albums?limit=200&q=" + encoded(title) + cursor, authorized(), BodyPublishers::noBody);
            for (JsonNode album : page.path("items")) {
                if (album.path("title").asText().equals(title)) {
                    return album.path("id").asText();
                }
            }
            cursor = page.path("nextCursor").isTextual() ? "&cursor=" + page.path("nextCursor").asText() : "";
        } while (!cursor.isEmpty());
        Map<String, String> headers = authorized();
        headers.put("Idempotency-Key", UUID.randomUUID().toString());
        return call("POST", "albums", headers, () -> json(Map.of("title", title))).path("id").asText();
    }

    /** @return the image; {@code duplicate} says whether it was there */
    JsonNode upload(ImportForm form) {
        Map<String, String> headers = authorized();
        headers.put("Content-Type", form.contentType());
        headers.put("Idempotency-Key", UUID.randomUUID().toString());
        return call("POST", "images", headers, form::body);
    }

    void describe(String image, Map<String, String> fields) {
        call("PATCH", "images/" + image, authorized(), () -> json(fields));
    }

    void favorite(String image) {
        call("PUT", "images/" + image + "/favorite", authorized(), BodyPublishers::noBody);
    }

    private synchronized Map<String, String> authorized() {
        if (token.isEmpty() || System.nanoTime() - signedInAt > FRESH.toNanos()) {
            token = call("POST", "auth/login", new HashMap<>(), () -> json(Map.of("login", login, "password", password))).path("accessToken").asText();
            signedInAt = System.nanoTime();
        }
        return new HashMap<>(Map.of("Authorization", "Bearer " + token));
    }

    /** Makes a body for each try. */
    interface Body {
        BodyPublisher made() throws IOException;
    }

    private JsonNode call(String method, String path, Map<String, String> headers, Body body) {
        headers.putIfAbsent("Content-Type", "application/json");
        for (int tries = 1; ; tries++) {
            try {
                HttpRequest.Builder request = HttpRequest.newBuilder(api.resolve(path)).timeout(PATIENCE).method(method, body.made());
                headers.forEach(request::setHeader);
                HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
                if (answer.statusCode() < 300) {
                    return answer.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(answer.body());
                }
                boolean again = AGAIN.contains(answer.statusCode()) || answer.statusCode() == 409 && answer.headers().firstValue("Retry-After").isPresent();
                if (!again || tries == TRIES) {
                    throw new ImportFailed(said(answer), END.contains(answer.statusCode()) || path.startsWith("auth/"));
                }
                pause(answer, tries);
            } catch (IOException e) {
                if (tries == TRIES) {
                    throw new ImportFailed("The service at " + api + " does not answer: " + e, true);
                }
                pause(null, tries);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ImportFailed("interrupted", true);
            }
        }
    }

    private static void pause(@Nullable HttpResponse<?> answer, int tries) {
        long seconds = 1L << tries - 1;
        if (answer != null) {
            seconds = answer.headers().firstValue("Retry-After").filter(text -> text.matches("\\d{1,6}")).map(Long::valueOf).orElse(seconds);
        }
        try {
            Thread.sleep(Duration.ofSeconds(Math.clamp(seconds, 1, LONGEST_PAUSE_SECONDS)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ImportFailed("interrupted", true);
        }
    }

    private static String said(HttpResponse<byte[]> answer) {
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        try {
            JsonNode problem = JSON.readTree(answer.body());
            text = problem.path("detail").asText(text);
        } catch (IOException e) {
            // no problem of ours
        }
        return answer.statusCode() + " " + (text.length() <= 300 ? text : text.substring(0, 300));
    }

    private static BodyPublisher json(Map<String, ?> body) {
        try {
            return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
