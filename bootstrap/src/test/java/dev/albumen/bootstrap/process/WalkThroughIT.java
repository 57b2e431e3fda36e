package dev.albumen.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.albumen.application.image.Pictures;
import dev.albumen.aws.storage.LocalS3;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's walk-through works as it is printed there, on a made picture or on {@code -Dalbumen.photo}. */
class WalkThroughIT {

    private static final Path README = Path.of("..", "README.md");
    private static final Pattern SCRIPT = Pattern.compile("## Walk through it.*?```sh\n(.*?)```", Pattern.DOTALL);
    private static final Pattern WEEK = Pattern.compile("## A photographer's week.*?```sh\n(.*?)```", Pattern.DOTALL);

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
        assumeTrue(isThere("curl") && isThere("jq"), "the walk-through needs curl and jq");
        String script = script(SCRIPT);
        String photo = System.getProperty("albumen.photo", "");
        if (photo.isEmpty()) {
            photo = Files.write(folder.resolve("photo.jpg"), Pictures.jpeg(1200, 800)).toString();
        }
        try (AlbumenProcess albumen = AlbumenProcess.start(folder.resolve("home"), settings)) {
            URI address = albumen.awaitReady();

            String service = address.toString().replaceAll("/$", "");

            String said = run(script, Map.of("PHOTO", photo, "ALBUMEN_URL", service));

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

        String said = run(script(WEEK), Map.of("PHOTOS", photos.toString(), "ALBUMEN_URL", service));

        assertThat(said.lines().toList())
                .contains("Family: active, 0 views", "\"selection-limit\"", "Ada: submitted", "Charles: open", "What a day!", "accepted",
                        "Church: 3", "Dinner: 1", "Portraits: 3")
                .endsWith("404");
        assertThat(folder.resolve("chosen.pdf")).content(StandardCharsets.ISO_8859_1).startsWith("%PDF");
        assertThat(folder.resolve("wedding.zip")).content(StandardCharsets.ISO_8859_1).startsWith("PK").contains("Church/0001.jpg", "Portraits/0");
    }

    private static String script(Pattern pattern) throws IOException {
        Matcher script = pattern.matcher(Files.readString(README));
        assertThat(script.find()).isTrue();
        return script.group(1);
    }

    private String run(String script, Map<String, String> settings) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        ProcessBuilder bash = new ProcessBuilder("bash", "-euo", "pipefail", "-c", script)
                .directory(folder.toFile()).redirectErrorStream(true).redirectOutput(out.toFile());
        bash.environment().putAll(settings);
        Process process = bash.start();
        if (!process.waitFor(180, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        String said = Files.readString(out);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static boolean isThere(String command) throws IOException, InterruptedException {
        return new ProcessBuilder("sh", "-c", "command -v " + command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
    }
}
