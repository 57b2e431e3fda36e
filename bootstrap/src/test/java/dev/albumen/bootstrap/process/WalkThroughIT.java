package dev.albumen.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.Pictures;
import dev.albumen.aws.storage.LocalS3;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's walk-through works as it is printed there, on a made picture or on {@code -Dalbumen.photo}. */
class WalkThroughIT {

    @TempDir
    Path folder;

    @Test
    void worksLineByLineOnDisk() throws Exception {
        walk(Map.of());
    }

    @Test
    void worksLineByLineOnS3() throws Exception {
        try (LocalS3 s3 = LocalS3.start()) {
            walk(Map.of(
                    "ALBUMEN_STORAGE", "s3",
                    "ALBUMEN_S3_BUCKET", s3.newBucket().bucket(),
                    "ALBUMEN_S3_ENDPOINT", s3.endpoint().toString(),
                    "ALBUMEN_S3_PATH_STYLE", "true",
                    "ALBUMEN_S3_ACCESS_KEY_ID", LocalS3.ACCESS_KEY_ID,
                    "ALBUMEN_S3_SECRET_ACCESS_KEY", LocalS3.SECRET_ACCESS_KEY));
        }
    }

    private void walk(Map<String, String> settings) throws IOException, InterruptedException {
        WalkThrough.assumeItsPrograms();
        String script = WalkThrough.script("Walk through it");
        String photo = System.getProperty("albumen.photo", "");
        if (photo.isEmpty()) {
            photo = Files.write(folder.resolve("photo.jpg"), Pictures.jpeg(1200, 800)).toString();
        }
        try (AlbumenProcess albumen = AlbumenProcess.start(folder.resolve("home"), settings)) {
            URI address = albumen.awaitReady();

            String service = address.toString().replaceAll("/$", "");

            String said = WalkThrough.run(folder, script, Map.of("PHOTO", photo, "ALBUMEN_URL", service));

            assertThat(said.lines().toList())
                    .contains("\"Low tide\"", "\"share-password-required\"")
                    .endsWith("404", "404");
            requireWeek(service);
        }
    }

    private void requireWeek(String service) throws IOException, InterruptedException {
        Path photos = Files.createDirectories(folder.resolve("photos"));
        for (int i = 1; i <= 3; i++) {
            Files.write(photos.resolve(i + ".jpg"), Pictures.jpeg(600, 400, i));
        }

        String said = WalkThrough.run(folder, WalkThrough.script("A photographer's week"), Map.of("PHOTOS", photos.toString(), "ALBUMEN_URL", service));

        assertThat(said.lines().toList())
                .contains("Family: active, 0 views", "\"selection-limit\"", "Ada: submitted", "Charles: open", "What a day!", "accepted",
                        "Church: 3", "Dinner: 1", "Portraits: 3")
                .endsWith("404");
        assertThat(folder.resolve("chosen.pdf")).content(StandardCharsets.ISO_8859_1).startsWith("%PDF");
        assertThat(folder.resolve("wedding.zip")).content(StandardCharsets.ISO_8859_1).startsWith("PK").contains("Church/0001.jpg", "Portraits/0");
    }
}
