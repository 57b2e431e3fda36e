package dev.albumen.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.albumen.application.image.Pictures;
import dev.albumen.aws.storage.LocalS3;
import dev.albumen.aws.storage.S3Settings;
import dev.albumen.bootstrap.process.AlbumenProcess;
import dev.albumen.bootstrap.process.Answer;
import dev.albumen.bootstrap.process.Client;
import dev.albumen.domain.shared.Sha256;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Originals that an S3 store sends itself. That the service sends them otherwise, {@link MainJobOnS3IT} sees. */
@TestInstance(Lifecycle.PER_CLASS)
class RedirectedOriginalsIT {

    private LocalS3 s3;
    private AlbumenProcess albumen;
    private Client anyone;

    @BeforeAll
    void start(@TempDir Path home) throws Exception {
        s3 = LocalS3.start();
        S3Settings bucket = s3.newBucket();
        albumen = AlbumenProcess.start(home, Map.of(
                "ALBUMEN_STORAGE", "s3", "ALBUMEN_S3_DELIVERY", "redirect", "ALBUMEN_S3_REDIRECT_SECONDS", "90",
                "ALBUMEN_S3_BUCKET", bucket.bucket(), "ALBUMEN_S3_ENDPOINT", s3.endpoint().toString(),
                "ALBUMEN_S3_PATH_STYLE", "true", "ALBUMEN_S3_ACCESS_KEY_ID", LocalS3.ACCESS_KEY_ID,
                "ALBUMEN_S3_SECRET_ACCESS_KEY", LocalS3.SECRET_ACCESS_KEY));
        anyone = Client.of(albumen.awaitReady());
    }

    @AfterAll
    void stop() throws Exception {
        albumen.close();
        s3.close();
    }

    @Test
    void areFetchedFromTheStoreByThoseWhoMayHaveThemNow() throws Exception {
        Client owner = anyone.register("ada");
        byte[] picture = Pictures.jpegOrientedWithGps(6);
        String id = owner.upload("Größe.jpg", picture).expect(201).at("id");
        JsonNode image = owner.settled(id);
        Answer share = owner.post("shares", Map.of("resourceType", "image", "resourceId", id,
                "allowDownload", "original", "showMetadata", true)).expect(201);
        String shared = "public/shares/" + share.at("token") + "/images/" + id + "/original";
        String signed = image.path("urls").path("original").asText();

        for (Answer answer : List.of(owner.get("images/" + id + "/original"), anyone.get(signed), anyone.get(shared))) {
            answer.expect(307);
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.header("ETag")).isEmpty();
            assertThat(answer.header("Location")).startsWith(s3.endpoint().toString()).contains("X-Amz-Expires=90");
            Answer original = anyone.get(answer.header("Location")).expect(200);
            assertThat(original.body()).isEqualTo(picture);
            assertThat(original.header("Content-Type")).isEqualTo("image/jpeg");
            assertThat(original.header("Content-Disposition")).startsWith("attachment;").contains("Gr%C3%B6%C3%9Fe.jpg");
        }
        owner.delete("shares/" + share.at("id")).expect(204);
        anyone.get(shared).expect(404);
        owner.post("auth/logout", "{}").expect(204);
        assertThat(anyone.get(signed).status()).isIn(401, 404);
    }

    @Test
    void areSentByTheServiceInPartsAndAreDescribedByItAndAreKnownToIt() {
        Client owner = anyone.register("bob");
        String id = owner.upload("a.jpg", Pictures.jpeg(64, 48, 3)).expect(201).at("id");
        String path = "images/" + id + "/original";
        Answer head = owner.send("HEAD", path, BodyPublishers.noBody()).expect(200);

        assertThat(head.header("Content-Length")).isEqualTo("" + Pictures.jpeg(64, 48, 3).length);
        assertThat(owner.with("Range", "bytes=2-5").get(path).expect(206).body()).hasSize(4);
        owner.with("If-None-Match", head.header("ETag")).get(path).expect(304);
        owner.with("If-Match", "\"other\"").get(path).expect(412);
        anyone.get(path).expect(404);
    }

    @Test
    void areNotGivenAwayByTheAddressOfWhatIsMadeOfThem() {
        Client owner = anyone.register("eve");
        byte[] picture = Pictures.jpegOrientedWithGps(3);
        String id = owner.upload("a.jpg", picture).expect(201).at("id");
        owner.settled(id);
        String token = owner.post("shares", Map.of("resourceType", "image", "resourceId", id, "allowDownload", "original"))
                .expect(201).at("token");

        for (String size : List.of("thumbnail", "preview", "large", "original")) {
            Answer answer = anyone.get("public/shares/" + token + "/images/" + id + "/" + size).expect(200);
            assertThat(answer.headers().map().toString()).doesNotContain(Sha256.of(picture).hex());
        }
    }
}
