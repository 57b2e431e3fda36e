package dev.albumen.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.albumen.application.image.Pictures;
import dev.albumen.application.image.Videos;
import dev.albumen.application.rendition.Looks;
import dev.albumen.bootstrap.process.AlbumenProcess;
import dev.albumen.bootstrap.process.Answer;
import dev.albumen.bootstrap.process.Client;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of videos, with ffmpeg and without. */
class VideosIT {

    @Nested
    class WithFfmpeg {

        private static AlbumenProcess albumen;
        private static Client anyone;

        @BeforeAll
        static void start(@TempDir Path home) {
            assumeTrue(Stream.of(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, "ffmpeg"))),
                    "ffmpeg is not installed here");
            albumen = AlbumenProcess.start(home, Map.of());
            anyone = Client.of(albumen.awaitReady());
        }

        @AfterAll
        static void stop() {
            if (albumen != null) {
                albumen.close();
            }
        }

        @Test
        void showsAFrameAndSaysHowLongAVideoPlays() throws Exception {
            Client ada = anyone.register("ada");
            String id = ada.upload("holiday.jpg", Videos.movTurned()).expect(201).at("id");

            JsonNode image = ada.settled(id);

            assertThat(image.path("status").asText()).isEqualTo("ready");
            assertThat(image.path("mediaType").asText()).isEqualTo("video/quicktime");
            assertThat(List.of(image.path("width").asInt(), image.path("height").asInt())).containsExactly(Videos.WIDTH, Videos.HEIGHT);
            assertThat(image.path("video").path("durationSeconds").asDouble()).isEqualTo(Videos.SECONDS);
            assertThat(image.path("video").path("codec").asText()).isEqualTo("h264");
            assertThat(image.path("notice").isMissingNode() || image.path("notice").isNull()).isTrue();
            Answer poster = anyone.get(image.path("urls").path("preview").asText()).expect(200);
            Looks.assertCorners(ImageIO.read(new ByteArrayInputStream(poster.body())));
        }

        @Test
        void findsVideosByTheirKind() {
            Client bea = anyone.register("bea");
            String video = bea.upload("a.mp4", Videos.mp4()).expect(201).at("id");
            String web = bea.upload("a.webm", Videos.webm()).expect(201).at("id");
            bea.upload("a.jpg", Pictures.jpeg(30, 20)).expect(201);

            assertThat(bea.get("images?type=video").expect(200).items("id")).containsExactlyInAnyOrder(video, web);
            assertThat(bea.get("images?type=video/webm").expect(200).items("id")).containsExactly(web);
        }

        @Test
        void saysThatAVideoHasNoFrames() {
            Client cleo = anyone.register("cleo");
            JsonNode image = cleo.settled(cleo.upload("a.mp4", Videos.mp4WithoutFrames()).expect(201).at("id"));

            assertThat(image.path("status").asText()).isEqualTo("failed");
            assertThat(image.path("failure").path("code").asText()).isEqualTo("image-undecodable");
        }

        /** As browsers ask: for the start, for the end, and on from where they are. */
        @Test
        void playsTheOriginalByRanges() {
            Client dan = anyone.register("dan");
            byte[] video = Videos.mp4();
            String id = dan.upload("a.mp4", video).expect(201).at("id");
            String original = dan.settled(id).path("urls").path("original").asText();

            Answer start = anyone.with("Range", "bytes=0-").get(original).expect(206);
            assertThat(start.header("Content-Type")).isEqualTo("video/mp4");
            assertThat(start.header("Accept-Ranges")).isEqualTo("bytes");
            assertThat(start.header("Content-Range")).isEqualTo("bytes 0-" + (video.length - 1) + "/" + video.length);
            assertThat(start.body()).isEqualTo(video);

            Answer end = anyone.with("Range", "bytes=-100").get(original).expect(206);
            assertThat(end.body()).isEqualTo(Arrays.copyOfRange(video, video.length - 100, video.length));

            Client resuming = anyone.with("Range", "bytes=1000-1999");
            assertThat(resuming.with("If-Range", start.header("ETag")).get(original).expect(206).body())
                    .isEqualTo(Arrays.copyOfRange(video, 1000, 2000));
            assertThat(resuming.with("If-Range", "\"another\"").get(original).expect(200).body()).isEqualTo(video);
            anyone.with("Range", "bytes=" + video.length + "-").get(original).expect(416);
        }

        @Test
        void givesVideosAwayWithoutPlaceAndName() {
            Client eve = anyone.register("eve");
            for (byte[] video : new byte[][] {Videos.mp4(), Videos.movTurned(), Videos.webm()}) {
                String id = eve.upload("grandmas-garden.mp4", video).expect(201).at("id");
                JsonNode own = eve.settled(id);
                assertThat(Instant.parse(own.path("takenAt").asText())).isEqualTo(Pictures.TAKEN_AT);
                assertThat(own.path("metadata").path("takenAtSource").asText()).isEqualTo("container");
                assertThat(own.path("metadata").path("gps").path("latitude").asDouble()).isCloseTo(59.9, within(1e-4));
                String link = "public/shares/" + eve.post("shares", Map.of(
                        "resourceType", "image", "resourceId", id, "allowDownload", "original")).expect(201).at("token");

                JsonNode shown = anyone.get(link + "/images/" + id).expect(200).json();
                assertThat(shown.toString()).doesNotContain("gps", "59.9", "59.8999", Pictures.SECRET, Pictures.OWNER);
                assertThat(shown.path("video").path("durationSeconds").asDouble()).isEqualTo(Videos.SECONDS);
                Answer given = anyone.get(shown.path("urls").path("original").asText()).expect(200);

                assertThat(given.body()).hasSameSizeAs(video).isNotEqualTo(video);
                assertThat(new String(given.body(), StandardCharsets.ISO_8859_1) + given.headers().map())
                        .doesNotContain(Pictures.SECRET, Pictures.OWNER, Videos.PLACE, "grandma", "Lavf");
            }
        }

        @Test
        void doesNotGiveAwayWhatCannotBeStripped() {
            Client finn = anyone.register("finn");
            String id = finn.upload("a.mp4", Videos.mp4Fragmented()).expect(201).at("id");
            assertThat(finn.settled(id).path("video").path("durationSeconds").asDouble()).isEqualTo(Videos.SECONDS);
            String link = "public/shares/" + finn.post("shares", Map.of(
                    "resourceType", "image", "resourceId", id, "allowDownload", "original")).expect(201).at("token");

            assertThat(anyone.get(link + "/images/" + id + "/original").expect(403).at("code")).isEqualTo("original-not-strippable");
            anyone.get(link + "/images/" + id + "/preview").expect(200);
        }
    }

    @Nested
    class WithoutFfmpeg {

        @Test
        void drawsAPosterAndSaysWhy(@TempDir Path home) throws Exception {
            try (AlbumenProcess albumen = AlbumenProcess.start(home, Map.of("ALBUMEN_IMAGING_FFMPEG", "none"))) {
                Client ada = Client.of(albumen.awaitReady()).register("ada");
                String id = ada.upload("a.webm", Videos.webm()).expect(201).at("id");

                JsonNode image = ada.settled(id);

                assertThat(image.path("status").asText()).isEqualTo("ready");
                assertThat(image.path("notice").path("code").asText()).isEqualTo("poster-unavailable");
                assertThat(image.path("notice").path("reason").asText()).contains("ffmpeg");
                assertThat(image.path("video").path("codec").asText()).isEqualTo("vp9");
                byte[] poster = ada.get("images/" + id + "/preview").expect(200).body();
                assertThat(ImageIO.read(new ByteArrayInputStream(poster)).getWidth()).isEqualTo(Videos.WIDTH);
                assertThat(ada.get("images/" + id + "/original").expect(200).body()).isEqualTo(Videos.webm());
            }
        }
    }
}
