package dev.albumen.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.Pictures;
import dev.albumen.bootstrap.database.DatabaseAccess;
import dev.albumen.bootstrap.database.EmbeddedDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A resumable upload goes on at another node when the one that it went to dies in the midst of a part. */
class NodeLostInUploadIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final byte[] PICTURE = Pictures.jpegOrientedWithGps(6);
    private static final int FIRST = PICTURE.length / 4;
    private static final int HALF = PICTURE.length / 2;

    @TempDir
    Path home;

    @TempDir
    Path otherHome;

    @Test
    void goesOnWhereTheLastWholePartEnded() throws Exception {
        try (AlbumenProcess first = AlbumenProcess.start(home, Map.of())) {
            Client ada = Client.of(first.awaitReady()).register("ada");
            try (AlbumenProcess second = beside()) {
                Client there = new Client(second.awaitReady(), ada.headers());
                String place = opened(ada);
                assertThat(append(ada, place, 0, FIRST)).as("at the one").isEqualTo(FIRST);
                assertThat(append(there, place, FIRST, HALF)).as("at the other").isEqualTo(HALF);

                try (Socket socket = begunPart(ada, place)) {
                    first.kill();
                }

                Answer head = tus(there).send("HEAD", place, BodyPublishers.noBody()).expect(200);
                assertThat(head.header("Upload-Offset")).isEqualTo(Integer.toString(HALF));
                assertThat(append(there, place, HALF, PICTURE.length)).isEqualTo(PICTURE.length);
                String image = there.get("uploads/" + place.substring(place.lastIndexOf('/') + 1)).expect(200).at("imageId");
                assertThat(there.get("images/" + image + "/original").expect(200).body()).isEqualTo(PICTURE);
                assertThat(there.settled(image).path("status").asText()).isEqualTo("ready");
                Answer usage = there.get("users/me/usage").expect(200);
                assertThat(usage.at("usedBytes")).isEqualTo(Integer.toString(PICTURE.length));
                assertThat(usage.at("reservedBytes")).isEqualTo("0");
            }
        }
    }

    /** A further node of the same instance: on its database and its blobs. */
    private AlbumenProcess beside() throws IOException {
        Files.copy(home.resolve("secret.key"), otherHome.resolve("secret.key"));
        Files.createSymbolicLink(otherHome.resolve("blobs"), home.resolve("blobs"));
        DatabaseAccess database = EmbeddedDatabase.runningIn(home.resolve("postgres")).orElseThrow().access();
        return AlbumenProcess.startUnprepared(otherHome, Map.of(
                "ALBUMEN_DATABASE_URL", database.url(),
                "ALBUMEN_DATABASE_USER", database.user(),
                "ALBUMEN_DATABASE_PASSWORD", database.password()));
    }

    private static Client tus(Client client) {
        return client.with("Tus-Resumable", "1.0.0");
    }

    /** The path of a new upload. */
    private static String opened(Client client) {
        Answer answer = tus(client).with("Upload-Length", Integer.toString(PICTURE.length)).with("Upload-Metadata", "filename YS5qcGc=")
                .send("POST", "uploads/resumable", BodyPublishers.noBody()).expect(201);
        return URI.create(answer.header("Location")).getPath();
    }

    /** Where the upload goes on then. */
    private static int append(Client client, String place, int from, int to) {
        Answer answer = tus(client).with("Upload-Offset", Integer.toString(from)).with("Content-Type", "application/offset+octet-stream")
                .send("PATCH", place, BodyPublishers.ofByteArray(Arrays.copyOfRange(PICTURE, from, to))).expect(204);
        return Integer.parseInt(answer.header("Upload-Offset"));
    }

    /** Sends some of the rest, and waits until the node has some of that. */
    private Socket begunPart(Client client, String place) throws IOException {
        URI node = client.service();
        StringBuilder request = new StringBuilder("PATCH " + place + " HTTP/1.1\r\nHost: " + node.getAuthority() + "\r\n");
        tus(client).with("Upload-Offset", Integer.toString(HALF)).with("Content-Type", "application/offset+octet-stream")
                .with("Content-Length", Integer.toString(PICTURE.length - HALF))
                .headers().forEach((name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
        Socket socket = new Socket(node.getHost(), node.getPort());
        OutputStream out = socket.getOutputStream();
        out.write(request.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        out.write(PICTURE, HALF, (PICTURE.length - HALF) / 2);
        out.flush();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isReceiving()) {
            assertThat(System.nanoTime()).as("the node takes what is sent").isLessThan(end);
            LockSupport.parkNanos(5_000_000);
        }
        return socket;
    }

    private boolean isReceiving() throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("staging"))) {
            return files.anyMatch(Files::isRegularFile);
        }
    }
}
