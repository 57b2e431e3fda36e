package dev.albumen.bootstrap.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Somebody who calls the service, with an access token or without. */
public record Client(URI service, Map<String, String> headers) {

    public static final String PASSWORD = "quiet lantern over 7 hills";

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String BOUNDARY = "a5b8e1f0c3";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /** Nobody in particular. */
    public static Client of(URI service) {
        return new Client(service, Map.of());
    }

    /** The same caller with one more header. */
    public Client with(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Client(service, Map.copyOf(more));
    }

    public Client bearing(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** Makes an account and signs in. */
    public Client register(String username) {
        of(service).post("auth/register", Map.of("username", username, "email", username + "@example.org", "password", PASSWORD))
                .expect(201);
        return signIn(username, PASSWORD);
    }

    public Client signIn(String login, String password) {
        return of(service).bearing(of(service).post("auth/login", Map.of("login", login, "password", password))
                .expect(200).at("accessToken"));
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    public Answer put(String path) {
        return send("PUT", path, BodyPublishers.noBody());
    }

    public Answer post(String path, Object body) {
        return json("POST", path, body);
    }

    public Answer put(String path, Object body) {
        return json("PUT", path, body);
    }

    public Answer patch(String path, Object body) {
        return json("PATCH", path, body);
    }

    public Answer json(String method, String path, Object body) {
        try {
            byte[] bytes = body instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : JSON.writeValueAsBytes(body);
            return with("Content-Type", "application/json").send(method, path, BodyPublishers.ofByteArray(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends one file; {@code fields} are names and values in turn. */
    public Answer upload(String filename, byte[] file, String... fields) {
        return form("images", BodyPublishers.concat(parts(filename, file, fields)));
    }

    /** As {@link #upload(String, byte[], String...)}, to another path. */
    public Answer uploadTo(String path, String filename, byte[] file) {
        return form(path, BodyPublishers.concat(parts(filename, file)));
    }

    private static BodyPublisher[] parts(String filename, byte[] file, String... fields) {
        List<BodyPublisher> parts = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            parts.add(text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + fields[i] + "\"\r\n\r\n"
                    + fields[i + 1] + "\r\n"));
        }
        parts.add(text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + filename.replace("\"", "%22") + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
        parts.add(BodyPublishers.ofByteArray(file));
        parts.add(text("\r\n--" + BOUNDARY + "--\r\n"));
        return parts.toArray(BodyPublisher[]::new);
    }

    /** Sends a form as it is written. */
    public Answer form(String path, BodyPublisher body) {
        return with("Content-Type", "multipart/form-data; boundary=" + BOUNDARY).send("POST", path, body);
    }

    /** Waits until an image has been worked on, and returns it. */
    public JsonNode settled(String imageId) {
        return settled(imageId, PATIENCE);
    }

    /** Waits no longer than that. */
    public JsonNode settled(String imageId, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            JsonNode image = get("images/" + imageId).expect(200).json();
            if (!image.path("status").asText().matches("pending|processing")) {
                return image;
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        throw new AssertionError("After " + patience + " nothing came of image " + imageId);
    }

    /** Waits until an import is over, and returns it. */
    public JsonNode importEnded(String id) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            JsonNode found = get("imports/" + id).expect(200).json();
            if (!found.path("state").asText().equals("running")) {
                return found;
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        throw new AssertionError("After " + PATIENCE + " nothing came of import " + id);
    }

    /** The head of an answer that goes on for long; of any other, all of it. */
    public Answer begin(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path)).timeout(PATIENCE).GET();
        headers.forEach(request::header);
        try {
            HttpResponse<InputStream> answer = HTTP.send(request.build(), BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                byte[] bytes = answer.statusCode() < 300 ? new byte[0] : body.readAllBytes();
                return Secrets.checked(answer.uri(), new Answer("GET " + path, answer.statusCode(), answer.headers(), bytes));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public Answer send(String method, String path, BodyPublisher body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address(path)).timeout(PATIENCE).method(method, body);
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> answer = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            return Secrets.checked(answer.uri(), new Answer(method + " " + path, answer.statusCode(), answer.headers(), answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Paths are below the API's, unless they start with a slash. */
    private URI address(String path) {
        return service.resolve("/api/v1/").resolve(path);
    }

    private static BodyPublisher text(String text) {
        return BodyPublishers.ofByteArray(text.getBytes(StandardCharsets.UTF_8));
    }
}
