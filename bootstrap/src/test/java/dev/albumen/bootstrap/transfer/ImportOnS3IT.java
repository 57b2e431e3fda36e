package dev.albumen.bootstrap.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.albumen.application.image.Pictures;
import dev.albumen.aws.storage.LocalS3;
import dev.albumen.aws.storage.S3Settings;
import dev.albumen.bootstrap.imports.ImportCommand;
import dev.albumen.bootstrap.process.AlbumenProcess;
import dev.albumen.bootstrap.process.Client;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Pictures come by archive and by command where an S3 store keeps them, whatever happens to the service meanwhile. */
class ImportOnS3IT {

    private static final int PICTURES = 120;
    private static final int SOME = 10;
    private static final int MORE_THAN_A_FORM_TAKES = 21 << 20;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path home;

    @TempDir
    Path folder;

    private LocalS3 s3;
    private Map<String, String> settings;

    @BeforeEach
    void openBucket() throws Exception {
        s3 = LocalS3.start();
        S3Settings bucket = s3.newBucket();
        settings = Map.of(
                "ALBUMEN_STORAGE", "s3",
                "ALBUMEN_S3_BUCKET", bucket.bucket(),
                "ALBUMEN_S3_ENDPOINT", s3.endpoint().toString(),
                "ALBUMEN_S3_PATH_STYLE", "true",
                "ALBUMEN_S3_ACCESS_KEY_ID", LocalS3.ACCESS_KEY_ID,
                "ALBUMEN_S3_SECRET_ACCESS_KEY", LocalS3.SECRET_ACCESS_KEY);
    }

    @AfterEach
    void stopS3() throws Exception {
        s3.close();
    }

    @Test
    void goesOnWithAnArchiveWhoseNodeWasKilledAndTakesLargeFilesDirectly() throws IOException {
        String id;
        try (AlbumenProcess first = AlbumenProcess.start(home, settings)) {
            Client ada = Client.of(first.awaitReady()).register("ada");
            id = ada.with("Content-Type", "application/zip").send("POST", "imports", BodyPublishers.ofByteArray(archive()))
                    .expect(202).at("id");
            awaitSome(ada, id);
            first.kill();

            try (AlbumenProcess second = AlbumenProcess.startUnprepared(home, settings)) {
                Client again = Client.of(second.awaitReady()).signIn("ada", Client.PASSWORD);
                assertThat(imported(again, id)).as("the kill came in the midst of it").isLessThan(PICTURES);

                JsonNode ended = again.importEnded(id);

                assertThat(ended.path("state").asText()).isEqualTo("finished");
                assertThat(ended.path("imported").asInt()).isEqualTo(PICTURES);
                assertThat(ended.path("existing").asInt()).isZero();
                assertThat(ended.path("failed").asInt()).isZero();
                JsonNode usage = again.get("users/me/usage").expect(200).json();
                assertThat(usage.at("/counts/images").asInt()).isEqualTo(PICTURES);
                assertThat(usage.path("reservedBytes").asLong()).isZero();
                assertThat(again.get("albums?q=Rome").expect(200).json().at("/items/0/imageCount").asInt()).isEqualTo(PICTURES);

                takesLargeFilesDirectly(second, again);
            }
        }
    }

    private void takesLargeFilesDirectly(AlbumenProcess albumen, Client ada) throws IOException {
        // What phones append to a picture: the film that belongs to it.
        byte[] picture = Pictures.jpeg(60, 40, PICTURES + 1);
        byte[] large = Arrays.copyOf(picture, MORE_THAN_A_FORM_TAKES);
        Path source = Files.createDirectory(folder.resolve("source"));
        Files.write(Files.createDirectory(source.resolve("Large")).resolve("motion.jpg"), large);
        Path password = Files.writeString(folder.resolve("password"), Client.PASSWORD);
        StringWriter said = new StringWriter();

        int code = new CommandLine(new ImportCommand()).setOut(new PrintWriter(said)).setErr(new PrintWriter(said)).execute(
                source.toString(), "--to", albumen.awaitReady().toString(), "--user", "ada", "--password-file", password.toString(),
                "--journal", folder.resolve("journal").toString());

        assertThat(code).as(said.toString()).isZero();
        JsonNode found = ada.get("images?q=motion").expect(200).json().at("/items/0");
        assertThat(found.path("byteSize").asInt()).isEqualTo(MORE_THAN_A_FORM_TAKES);
        assertThat(ada.get("albums?q=Large").expect(200).json().at("/items/0/imageCount").asInt()).isOne();
        assertThat(ada.get("images/" + found.path("id").asText() + "/original").expect(200).body()).isEqualTo(large);
    }

    private static void awaitSome(Client ada, String id) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (imported(ada, id) < SOME) {
            assertThat(System.nanoTime()).as("it begins").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private static int imported(Client client, String id) {
        return client.get("imports/" + id).expect(200).json().path("imported").asInt();
    }

    private static byte[] archive() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < PICTURES; i++) {
                zip.putNextEntry(new ZipEntry("Rome/" + i + ".jpg"));
                zip.write(Pictures.jpeg(40, 30, i));
            }
        }
        return bytes.toByteArray();
    }
}
