package dev.albumen.bootstrap.bench.big;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.albumen.bootstrap.bench.Account;
import dev.albumen.bootstrap.bench.BenchFailed;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;

/** The ways that large files go, in and out. */
record BigUploads(Account account, String albumId) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final long LOOK_EVERY_NANOS = 200_000_000;

    /** Announces the file, sends it to where it was told to, and completes it. */
    void direct(BigFile file, String name) throws IOException {
        String body = JSON.writeValueAsString(Map.of("albumId", albumId, "files", new Object[] {
            Map.of("filename", name, "byteSize", file.byteSize(), "mediaType", "image/jpeg")
        }));
        JsonNode slot = JSON.readTree(send("POST", account.address("uploads"), json(), BodyPublishers.ofString(body)).body()).get(0);
        Map<String, String> headers = new HashMap<>();
        slot.path("headers").properties().forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
        send("PUT", account.address("/").resolve(slot.path("url").asText()), headers, bytes(file));
        send("POST", account.address("uploads/" + slot.path("uploadId").asText() + "/complete"), json(), BodyPublishers.ofString(""));
    }

    /** Waits until all of so many images are in the album's archive, which leaves out those that are not ready. */
    void awaitReady(int images) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (ready() < images) {
            if (System.nanoTime() > end) {
                throw new BenchFailed("After " + PATIENCE.toMinutes() + " minutes not all images are ready");
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
    }

    private long ready() {
        return StreamSupport.stream(account.get("albums/" + albumId + "/images?limit=200").path("items").spliterator(), false)
                .filter(image -> image.path("status").asText().equals("ready"))
                .count();
    }

    /** As tus 1.0, in one part. */
    void resumable(BigFile file, String name) throws IOException {
        Map<String, String> begin = tus();
        begin.put("Upload-Length", Long.toString(file.byteSize()));
        begin.put("Upload-Metadata", "filename " + base64(name) + ",albumId " + base64(albumId));
        String location = send("POST", account.address("uploads/resumable"), begin, BodyPublishers.noBody())
                .headers().firstValue("Location").orElseThrow();
        Map<String, String> append = tus();
        append.put("Upload-Offset", "0");
        append.put("Content-Type", "application/offset+octet-stream");
        send("PATCH", account.address("/").resolve(location), append, bytes(file));
    }

    /** Reads the album's archive of originals to its end, and tells how long it is. */
    long archive() throws IOException {
        try (InputStream answer = send("GET", account.address("albums/" + albumId + "/archive?size=original"),
                account.authorization(), BodyPublishers.noBody()).body()) {
            byte[] piece = new byte[1 << 18];
            long bytes = 0;
            for (int count = answer.read(piece); count >= 0; count = answer.read(piece)) {
                bytes += count;
            }
            return bytes;
        }
    }

    private static BodyPublisher bytes(BigFile file) {
        return BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(file::stream), file.byteSize());
    }

    private Map<String, String> json() {
        Map<String, String> headers = new HashMap<>(account.authorization());
        headers.put("Content-Type", "application/json");
        return headers;
    }

    private Map<String, String> tus() {
        Map<String, String> headers = new HashMap<>(account.authorization());
        headers.put("Tus-Resumable", "1.0.0");
        return headers;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse<InputStream> send(String method, URI address, Map<String, String> headers, BodyPublisher body)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(PATIENCE).method(method, body);
        headers.forEach(request::setHeader);
        try {
            HttpResponse<InputStream> answer = HTTP.send(request.build(), BodyHandlers.ofInputStream());
            if (answer.statusCode() >= 300) {
                try (InputStream told = answer.body()) {
                    throw new BenchFailed(method + " " + address.getPath() + " was answered with " + answer.statusCode() + ": "
                            + new String(told.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailed("interrupted");
        }
    }
}
