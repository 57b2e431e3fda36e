package dev.albumen.bootstrap.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.albumen.application.transfer.ImportedFile;
import java.io.IOException;
import java.io.InputStream;
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
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Calls a service for an account, and again where it says that it may. */
final class ImportClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** For what is sent in one request and may have gigabytes. */
    private static final Duration LONG_PATIENCE = Duration.ofHours(12);
    private static final Set<String> NOT_OURS_TO_SAY = Set.of("content-length", "host", "connection");
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

    /** {@link #upload} of a file that is too large for a form: announced, sent by itself, completed. */
    JsonNode uploadLarge(ImportedFile file, String mediaType, String album) {
        Map<String, Object> announced = new HashMap<>(Map.of("files", List.of(
                Map.of("filename", file.name(), "byteSize", file.byteSize(), "mediaType", mediaType))));
        if (!album.isEmpty()) {
            announced.put("albumId", album);
        }
        Map<String, String> headers = authorized();
        headers.put("Idempotency-Key", UUID.randomUUID().toString());
        JsonNode slot = call("POST", "uploads", headers, () -> json(announced)).get(0);
        Map<String, String> given = new HashMap<>();
        slot.path("headers").properties().forEach(header -> given.put(header.getKey(), header.getValue().asText()));
        given.keySet().removeIf(name -> NOT_OURS_TO_SAY.contains(name.toLowerCase(Locale.ROOT)));
        call("PUT", slot.path("url").asText(), given, () -> BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> opened(file)), file.byteSize()));
        return call("POST", "uploads/" + slot.path("uploadId").asText() + "/complete", authorized(), BodyPublishers::noBody);
    }

    private static InputStream opened(ImportedFile file) {
        try {
            return file.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void tag(String image, String name) {
        call("PUT", "images/" + image + "/tags/" + encoded(name).replace("+", "%20"), authorized(), BodyPublishers::noBody);
    }

    JsonNode image(String id) {
        return call("GET", "images/" + id, authorized(), BodyPublishers::noBody);
    }

    /** Has the service import an archive by itself. */
    JsonNode begin(Path archive) {
        Map<String, String> headers = authorized();
        headers.put("Content-Type", "application/zip");
        headers.put("Idempotency-Key", UUID.randomUUID().toString());
        return call("POST", "imports", headers, () -> BodyPublishers.ofFile(archive));
    }

    /** How far the service has come with an archive. */
    JsonNode begun(String id) {
        return call("GET", "imports/" + id, authorized(), BodyPublishers::noBody);
    }

    /** What was left out of an archive, as far as one page goes. */
    JsonNode leftOut(String id) {
        return call("GET", "imports/" + id + "/left-out?limit=200", authorized(), BodyPublishers::noBody);
    }

    /**
     * The account's export from there on; all of it where the tag is of an earlier one.
     *
     * @param from 0 for all of it
     * @return 200, 206 or 416; the caller closes
     */
    HttpResponse<InputStream> export(long from, String tag) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(api.resolve("users/me/export")).timeout(PATIENCE);
        authorized().forEach(request::setHeader);
        if (from > 0) {
            request.setHeader("Range", "bytes=" + from + "-").setHeader("If-Range", tag);
        }
        try {
            HttpResponse<InputStream> answer = http.send(request.build(), BodyHandlers.ofInputStream());
            if (Set.of(200, 206, 416).contains(answer.statusCode())) {
                return answer;
            }
            try (InputStream body = answer.body()) {
                String said = said(answer.statusCode(), body.readNBytes(1 << 16));
                if (AGAIN.contains(answer.statusCode())) {
                    throw new IOException(said);
                }
                throw new ImportFailed(said, true);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ImportFailed("interrupted", true);
        }
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
                HttpRequest.Builder request = HttpRequest.newBuilder(api.resolve(path)).timeout(path.equals("imports") || method.equals("PUT") ? LONG_PATIENCE : PATIENCE)
                        .method(method, body.made());
                headers.forEach(request::setHeader);
                HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
                if (answer.statusCode() < 300) {
                    return answer.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(answer.body());
                }
                boolean again = AGAIN.contains(answer.statusCode()) || answer.statusCode() == 409 && answer.headers().firstValue("Retry-After").isPresent();
                if (!again || tries == TRIES) {
                    throw new ImportFailed(said(answer.statusCode(), answer.body()), END.contains(answer.statusCode()) || path.startsWith("auth/"));
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

    private static String said(int status, byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        try {
            JsonNode problem = JSON.readTree(body);
            text = problem.path("detail").asText(text);
        } catch (IOException e) {
            // no problem of ours
        }
        return status + " " + (text.length() <= 300 ? text : text.substring(0, 300));
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
