package dev.albumen.bootstrap.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.albumen.application.image.Pictures;
import dev.albumen.bootstrap.InProcess;
import dev.albumen.bootstrap.process.Answer;
import dev.albumen.bootstrap.process.Client;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Accounts leave as an archive, and come back from it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransferIT {

    private InProcess service;

    @BeforeAll
    void start(@TempDir Path home) throws IOException {
        service = InProcess.start(home);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void exportsAllThatAnAccountHoldsAndNoSecret() throws IOException {
        Client ada = Client.of(service.address()).register("ada");
        byte[] sea = Pictures.jpeg(60, 40, 1);
        String album = ada.post("albums", Map.of("title", "Rome", "description", "In spring")).expect(201).at("id");
        String image = ada.upload("sea.jpg", sea, "albumId", album, "title", "The sea", "tags", "Water").expect(201).at("id");
        ada.settled(image);
        ada.put("images/" + image + "/favorite").expect(204);
        JsonNode share = ada.post("shares", Map.of("resourceType", "album", "resourceId", album, "password", "open sesame street",
                "label", "Grandma")).expect(201).json();

        Answer answer = ada.get("users/me/export").expect(200);

        assertThat(answer.header("Content-Type")).startsWith("application/zip");
        assertThat(answer.header("Content-Length")).isEqualTo("" + answer.body().length);
        assertThat(answer.header("Content-Disposition")).contains("albumen-ada.zip");
        Map<String, byte[]> files = unzipped(answer.body());
        assertThat(files.get("data/pictures/Rome/sea.jpg")).isEqualTo(sea);
        JsonNode told = json(files.get("data/albumen/images/00001.json")).at("/images/0");
        assertThat(told.path("title").asText()).isEqualTo("The sea");
        assertThat(told.path("favorite").asBoolean()).isTrue();
        assertThat(told.at("/tags/0/name").asText()).isEqualTo("water");
        assertThat(json(files.get("data/albumen/account.json")).path("albums").asInt()).isEqualTo(2);
        assertThat(json(files.get("data/albumen/shares.json")).at("/shares/0/label").asText()).isEqualTo("Grandma");
        String all = new String(answer.body(), StandardCharsets.ISO_8859_1);
        assertThat(all).doesNotContain(share.path("token").asText(), "argon2");

        Answer rest = ada.with("Range", "bytes=1000-").with("If-Range", answer.header("ETag")).get("users/me/export").expect(206);
        assertThat(rest.body()).isEqualTo(Arrays.copyOfRange(answer.body(), 1000, answer.body().length));
        ada.with("If-None-Match", answer.header("ETag")).get("users/me/export").expect(304);
    }

    private static Map<String, byte[]> unzipped(byte[] archive) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static JsonNode json(byte[] bytes) throws IOException {
        return new ObjectMapper().readTree(bytes);
    }
}
