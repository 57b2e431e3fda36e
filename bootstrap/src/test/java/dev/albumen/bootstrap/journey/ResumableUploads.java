package dev.albumen.bootstrap.journey;

import static dev.albumen.bootstrap.journey.Uploading.PICTURE;
import static dev.albumen.bootstrap.journey.Uploading.assertUsed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.Pictures;
import dev.albumen.bootstrap.process.Answer;
import dev.albumen.bootstrap.process.Client;
import dev.albumen.domain.shared.Sha256;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes in parts by the tus protocol, the same on every storage. */
interface ResumableUploads {

    Client anyone();

    /** Somebody new. */
    Client owner(String name);

    @Test
    default void goesOnWhereItBrokeOff() {
        Client owner = owner("tus-resumes");
        Client tus = owner.with("Tus-Resumable", "1.0.0");
        Client part = tus.with("Content-Type", "application/offset+octet-stream");
        Answer begun = part.with("Upload-Length", "" + PICTURE.length).with("Upload-Metadata", "filename YS5qcGc=,filetype aW1hZ2UvanBlZw==")
                .send("POST", "uploads/resumable", BodyPublishers.ofByteArray(PICTURE, 0, 10)).expect(201);
        String location = begun.header("Location");
        assertThat(begun.header("Upload-Offset")).isEqualTo("10");
        assertThat(begun.header("Upload-Expires")).endsWith("GMT");
        assertUsed(owner, 0, PICTURE.length);

        Answer head = tus.send("HEAD", location, BodyPublishers.noBody()).expect(200);
        assertThat(List.of(head.header("Upload-Offset"), head.header("Upload-Length"), head.header("Cache-Control"), head.header("Tus-Resumable")))
                .containsExactly("10", "" + PICTURE.length, "no-store", "1.0.0");
        BodyPublisher rest = BodyPublishers.ofByteArray(PICTURE, 10, PICTURE.length - 10);
        assertThat(part.with("Upload-Offset", "9").send("PATCH", location, rest).expect(409).at("code")).isEqualTo("offset-mismatch");
        part.with("Upload-Offset", "10").with("Upload-Checksum", "sha1 " + Base64.getEncoder().encodeToString(new byte[20]))
                .send("PATCH", location, rest).expect(460);
        part.with("Upload-Offset", "10").with("Upload-Checksum", "crc9 AA==").send("PATCH", location, rest).expect(400);
        part.with("Upload-Offset", "10").with("Content-Type", "text/plain").send("PATCH", location, rest).expect(415);
        part.with("Tus-Resumable", "0.2").with("Upload-Offset", "10").send("PATCH", location, rest).expect(412);
        Answer done = part.with("Upload-Offset", "10").with("Upload-Checksum", "sha256 " + base64Sha256(PICTURE, 10))
                .send("PATCH", location, rest).expect(204);

        assertThat(owner.get(done.header("Content-Location") + "/original").expect(200).body()).isEqualTo(PICTURE);
        assertUsed(owner, PICTURE.length, 0);
        assertThat(tus.send("HEAD", location, BodyPublishers.noBody()).expect(200).header("Upload-Offset")).isEqualTo("" + PICTURE.length);
    }

    /** By the client that everybody uses, through a network that breaks eight times. */
    @Test
    default void goesOnHoweverOftenTheNetworkBreaks(@TempDir Path folder) throws Exception {
        TusClient tus = TusClient.installed(folder.resolve("client"));
        Client owner = owner("tus-cut");
        byte[] picture = Pictures.jpeg(3000, 2000, 77);
        Path file = Files.write(folder.resolve("cut.jpg"), picture);
        try (CuttingProxy proxy = new CuttingProxy(anyone().service(), 4711, 8, picture.length / 50)) {
            URI location = tus.upload(proxy.address().resolve("/api/v1/uploads/resumable"), owner.headers().get("Authorization"), file);

            assertThat(proxy.cuts()).isGreaterThanOrEqualTo(8);
            String id = location.getPath().substring(location.getPath().lastIndexOf('/') + 1);
            String image = owner.get("uploads/" + id).expect(200).at("imageId");
            assertThat(owner.get("images/" + image + "/original").expect(200).body()).isEqualTo(picture);
            assertUsed(owner, picture.length, 0);
        }
    }

    @Test
    default void givesAResumableUploadUp() {
        Client owner = owner("tus-gives-up");
        Client tus = owner.with("Tus-Resumable", "1.0.0");
        String location = tus.with("Upload-Length", "1000").with("Upload-Metadata", "filename YS5qcGc=")
                .with("Content-Type", "application/offset+octet-stream")
                .send("POST", "uploads/resumable", BodyPublishers.ofByteArray(PICTURE, 0, 10)).expect(201).header("Location");

        tus.send("DELETE", location, BodyPublishers.noBody()).expect(204);

        tus.send("HEAD", location, BodyPublishers.noBody()).expect(404);
        assertUsed(owner, 0, 0);
    }

    @Test
    default void saysWhatIsWrongWithATusRequest() {
        Client owner = owner("tus-wrong");
        Client tus = owner.with("Tus-Resumable", "1.0.0").with("Upload-Metadata", "filename YS5qcGc=");

        assertThat(owner.send("POST", "uploads/resumable", BodyPublishers.noBody()).expect(412).header("Tus-Version")).isEqualTo("1.0.0");
        tus.send("POST", "uploads/resumable", BodyPublishers.noBody()).expect(400);
        tus.with("Upload-Length", "-1").send("POST", "uploads/resumable", BodyPublishers.noBody()).expect(400);
        tus.with("Upload-Length", "0").send("POST", "uploads/resumable", BodyPublishers.noBody()).expect(400);
        tus.with("Upload-Length", "9000000000000").send("POST", "uploads/resumable", BodyPublishers.noBody()).expect(413);
        tus.with("Upload-Length", "9").with("Upload-Metadata", "filename %%%").send("POST", "uploads/resumable", BodyPublishers.noBody()).expect(400);
        tus.with("Upload-Length", "9").with("Upload-Metadata", "x").send("POST", "uploads/resumable", BodyPublishers.noBody()).expect(400);
        Answer about = anyone().send("OPTIONS", "uploads/resumable", BodyPublishers.noBody()).expect(204);
        assertThat(about.header("Tus-Extension")).isEqualTo("creation,creation-with-upload,termination,checksum,expiration");
        assertThat(about.header("Tus-Max-Size")).isEqualTo("2147483648");
        assertUsed(owner, 0, 0);
    }

    private static String base64Sha256(byte[] bytes, int from) {
        return Base64.getEncoder().encodeToString(
                HexFormat.of().parseHex(Sha256.of(Arrays.copyOfRange(bytes, from, bytes.length)).hex()));
    }
}
