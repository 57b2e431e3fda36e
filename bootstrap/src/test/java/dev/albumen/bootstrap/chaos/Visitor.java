package dev.albumen.bootstrap.chaos;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.albumen.application.image.Pictures;
import dev.albumen.bootstrap.process.Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who reads, makes albums and uploads pictures without a pause, on one connection, and asks once more at once where
 * there is no good answer. What may change something twice has a key.
 */
final class Visitor implements Runnable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** A token is good for a quarter of an hour. */
    private static final long SIGNED_IN_FOR = Duration.ofMinutes(10).toNanos();
    private static final String BOUNDARY = "c31f0a77";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SUCCESSES = 2;
    private static final int HUNDRED = 100;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
    private final String name;
    private final Ending ending;
    private final int number;
    private final List<String> failures = new ArrayList<>();
    private final List<String> images = new ArrayList<>();
    private Client signedIn;
    private long signedInAt = System.nanoTime();
    private int calls;
    private int repeated;
    private int albums;

    /** Makes an account. */
    Visitor(Client anyone, String name, Ending ending, int number) {
        this.signedIn = anyone.register(name);
        this.name = name;
        this.ending = ending;
        this.number = number;
    }

    @Override
    public void run() {
        for (int turn = 0; !ending.hasCome(); turn++) {
            if (System.nanoTime() - signedInAt > SIGNED_IN_FOR) {
                signInAgain();
            }
            switch (turn % 8) {
                case 0, 3, 5 -> send(request("albums?limit=20").GET());
                case 1, 6 -> makeAlbum(turn);
                case 2 -> upload(turn);
                case 4, 7 -> send(request(images.isEmpty() ? "images" : "images/" + images.getLast() + "/original").GET());
                default -> throw new IllegalStateException();
            }
        }
    }

    private void signInAgain() {
        byte[] answer = send(request("auth/login").header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"login\": \"" + name + "\", \"password\": \"" + Client.PASSWORD + "\"}")));
        if (answer != null) {
            signedIn = signedIn.bearing(text(answer, "accessToken"));
            signedInAt = System.nanoTime();
        }
    }

    private void makeAlbum(int turn) {
        byte[] body = ("{\"title\": \"Album " + turn + "\"}").getBytes(StandardCharsets.UTF_8);
        if (send(request("albums").header("Content-Type", "application/json").header("Idempotency-Key", key())
                .POST(BodyPublishers.ofByteArray(body))) != null) {
            albums++;
        }
    }

    private void upload(int turn) {
        byte[] head = ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n"
                + "Content-Type: image/jpeg\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] tail = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] answer = send(request("images").header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .header("Idempotency-Key", key())
                .POST(BodyPublishers.concat(BodyPublishers.ofByteArray(head),
                        BodyPublishers.ofByteArray(Pictures.jpeg(40, 30, 1_000_000 * (number + 1) + turn)), BodyPublishers.ofByteArray(tail))));
        if (answer != null) {
            images.add(text(answer, "id"));
        }
    }

    private static String text(byte[] answer, String field) {
        try {
            return JSON.readTree(answer).path(field).asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private HttpRequest.Builder request(String path) {
        URI address = signedIn.service().resolve("/api/v1/").resolve(path);
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(PATIENCE);
        signedIn.headers().forEach(request::header);
        return request;
    }

    /** The body of a good answer to the first or the second try; {@code null} where neither was good. */
    private byte @Nullable [] send(HttpRequest.Builder made) {
        HttpRequest request = made.build();
        calls++;
        StringBuilder why = new StringBuilder(request.method() + " " + request.uri().getPath());
        for (int tries = 1; tries <= 2; tries++) {
            try {
                HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
                if (answer.statusCode() / HUNDRED == SUCCESSES) {
                    repeated += tries - 1;
                    return answer.body();
                }
                why.append("; ").append(answer.statusCode()).append(' ').append(new String(answer.body(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                why.append("; ").append(e);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        failures.add(why.toString());
        return null;
    }

    /** What failed twice. Of this and the others, once it is over. */
    List<String> failures() {
        return failures;
    }

    Client signedIn() {
        return signedIn;
    }

    List<String> images() {
        return images;
    }

    int albums() {
        return albums;
    }

    int calls() {
        return calls;
    }

    /** How many calls took a second try. */
    int repeated() {
        return repeated;
    }
}
