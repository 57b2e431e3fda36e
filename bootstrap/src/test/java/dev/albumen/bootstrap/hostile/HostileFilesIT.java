package dev.albumen.bootstrap.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import dev.albumen.application.image.HostileMetadata;
import dev.albumen.application.image.Pictures;
import dev.albumen.application.image.Videos;
import dev.albumen.bootstrap.process.Answer;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files, their names and the forms they come in. */
class HostileFilesIT {

    private static final int OVER_THE_LIMIT = 20 * 1024 * 1024 + 1;
    private static Target target;

    @BeforeAll
    static void start(@TempDir Path home) {
        target = new Target(home);
    }

    @AfterAll
    static void stop() {
        target.assertNoErrorLogged();
        target.close();
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("truncated.jpg", Pictures.truncatedJpeg(), List.of(422)),
                arguments("truncated.png", Pictures.truncatedPng(), List.of(422)),
                arguments("truncated.gif", Pictures.truncatedGif(), List.of(422)),
                arguments("truncated.webp", Pictures.truncatedWebp(), List.of(422)),
                arguments("text.jpg", Pictures.text(), List.of(415)),
                arguments("svg.png", Pictures.svg(), List.of(415)),
                arguments("document.jpg", Pictures.pdf(), List.of(415)),
                arguments("huge.png", Pictures.pngClaiming(100_000, 100_000), List.of(413, 422)),
                arguments("flat.png", Pictures.pngClaiming(0, 7), List.of(422)),
                arguments("negative.png", Pictures.pngClaiming(-1, -1), List.of(413, 422)),
                arguments("truncated.mp4", Arrays.copyOf(Videos.mp4(), 3000), List.of(422)),
                arguments("truncated.webm", Arrays.copyOf(Videos.webm(), 900), List.of(422)),
                arguments("sound.mp4", Videos.mp4WithoutVideo(), List.of(422)),
                arguments("nested.mp4", Videos.mp4Nested(100_000), List.of(422)),
                arguments("headers.mp4", Videos.mp4OfEmptyBoxes(1_000_000), List.of(422)),
                arguments("huge.mp4", Videos.mp4Claiming(65_535, 65_535), List.of(413)),
                arguments("empty.jpg", new byte[0], List.of(415, 422)),
                arguments("start.jpg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}, List.of(415, 422)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void leavesNothingOfAFileThatIsNoWholePicture(String name, byte[] file, List<Integer> statuses) {
        Target.Kept before = target.settled();

        Answer answer = Target.assertRefused(target.mallory.upload(name, file));

        assertThat(answer.status()).as(answer.text()).isIn(statuses);
        target.assertKept(before);
    }

    @Test
    void saysWhyPixelsDoNotDecodeAndShowsTheImageToNobodyElse() {
        String album = target.mallory.post("albums", "{\"title\": \"open\", \"visibility\": \"public\"}").expect(201).at("id");
        String id = target.mallory.upload("hollow.jpg", Pictures.hollowJpeg(), "albumId", album).expect(201).at("id");

        JsonNode image = target.mallory.settled(id);

        assertThat(image.path("status").asText()).isEqualTo("failed");
        assertThat(image.path("failure").toString()).isNotBlank().doesNotContain("Exception", "null");
        target.anyone.get("images/" + id).expect(404);
        target.anyone.get("images/" + id + "/thumbnail").expect(404);
        assertThat(target.anyone.get("albums/" + album + "/images").expect(200).items("id")).isEmpty();
    }

    static Stream<Arguments> accepted() {
        return Stream.of(
                arguments("a.gif", Pictures.gif(40, 30), "image/gif"),
                arguments("a.webp", Pictures.webp(), "image/webp"),
                arguments("a.png", Pictures.png16(40, 30), "image/png"),
                arguments("cmyk.jpg", Pictures.cmykJpeg(40, 30), "image/jpeg"),
                arguments("mislabelled.png", Pictures.jpeg(40, 30, 77), "image/jpeg"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("accepted")
    void takesUnusualPicturesByTheirContent(String name, byte[] file, String mediaType) {
        JsonNode image = target.mallory.settled(target.mallory.upload(name, file).expect(201).at("id"));

        assertThat(image.path("status").asText()).isEqualTo("ready");
        assertThat(image.path("mediaType").asText()).isEqualTo(mediaType);
        target.anyone.get(image.path("urls").path("thumbnail").asText()).expect(200);
    }

    static Stream<String> hostileMetadata() {
        return hostileMetadata(false);
    }

    static Stream<String> hostileMetadataOfVideos() {
        return hostileMetadata(true);
    }

    private static Stream<String> hostileMetadata(boolean ofVideos) {
        return HostileMetadata.all().entrySet().stream()
                .filter(named -> named.getValue().mediaType().isVideo() == ofVideos)
                .map(Map.Entry::getKey);
    }

    @ParameterizedTest
    @MethodSource("hostileMetadata")
    void takesAPictureWhateverItsMetadataHolds(String name) {
        HostileMetadata.Picture picture = HostileMetadata.all().get(name);

        Answer uploaded = target.mallory.upload(name, picture.bytes(), "keywordsAsTags", "true").expect(201);
        JsonNode image = target.mallory.settled(uploaded.at("id"));

        assertThat(image.path("status").asText()).isEqualTo("ready");
        assertThat(image.toString()).hasSizeLessThan(1_000_000).doesNotContain("root:", "hahaha");
    }

    /** They have no frame to show, and some are larger than a file may be. */
    @ParameterizedTest
    @MethodSource("hostileMetadataOfVideos")
    void decidesAboutAVideoWhateverItsMetadataHolds(String name) {
        Answer uploaded = target.mallory.upload(name, HostileMetadata.all().get(name).bytes());

        if (uploaded.status() == 201) {
            assertThat(target.mallory.settled(uploaded.at("id")).path("status").asText()).isIn("ready", "failed");
        } else {
            assertThat(Target.assertRefused(uploaded).status()).isEqualTo(413);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void turnsEveryOrientationUpright(int orientation) {
        JsonNode image = target.mallory.settled(
                target.mallory.upload(orientation + ".jpg", Pictures.jpegOriented(orientation)).expect(201).at("id"));

        assertThat(List.of(image.path("width").asInt(), image.path("height").asInt())).containsExactly(64, 48);
    }

    static Stream<String> names() {
        return Stream.of("../../etc/passwd.jpg", "..\\..\\boot.ini.jpg", "/etc/passwd", "a%0D%0ASet-Cookie: b=c.jpg", "a\r\nSet-Cookie: b=c.jpg", "sunset 🌅 ü.jpg",
                "x".repeat(300) + ".jpg", "..", ".", " ", "CON", "a\u202Egpj.exe", "a;b=c.jpg", "a\\\"b.jpg");
    }

    @ParameterizedTest
    @MethodSource("names")
    void neverLetsANameLeaveItsField(String name) {
        byte[] file = Pictures.jpeg(30, 20, name.hashCode());
        Answer answer = target.mallory.upload(name, file);
        if (answer.status() != 201) {
            Target.assertRefused(answer);
            return;
        }
        assertThat(answer.at("filename")).isNotBlank().hasSizeLessThanOrEqualTo(255)
                .doesNotContain("/", "\\", "\r", "\n", "\u202E").isNotIn("..", ".");
        Answer original = target.mallory.get("images/" + answer.at("id") + "/original").expect(200);
        assertThat(original.body()).isEqualTo(file);
        assertThat(original.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(original.header("Content-Disposition")).doesNotContain("/", "..\\");
    }

    @Test
    void stopsABodyOverTheLimitThatSaysItsLength() {
        Target.Kept before = target.settled();

        assertThat(Target.assertRefused(target.mallory.upload("big.jpg", big())).status()).isEqualTo(413);

        target.assertKept(before);
    }

    @Test
    void stopsABodyOverTheLimitThatDoesNotSayItsLength() {
        Target.Kept before = target.settled();
        byte[] form = form("name=\"file\"; filename=\"big.jpg\"", big());

        Answer answer = target.mallory.form("images", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form)));

        assertThat(Target.assertRefused(answer).status()).isEqualTo(413);
        target.assertKept(before);
    }

    static Stream<Arguments> brokenForms() {
        byte[] whole = form("name=\"file\"; filename=\"a.jpg\"", Pictures.jpeg(30, 20, 5));
        return Stream.of(
                arguments("nothing", new byte[0]),
                arguments("no boundary", "hello".getBytes(StandardCharsets.US_ASCII)),
                arguments("cut in the file", Arrays.copyOf(whole, whole.length / 2)),
                arguments("cut in a header", Arrays.copyOf(whole, 40)),
                arguments("no end", Arrays.copyOf(whole, whole.length - 6)),
                arguments("no file", form("name=\"title\"", "A".getBytes(StandardCharsets.US_ASCII))),
                arguments("no name", form("filename=\"a.jpg\"", Pictures.jpeg(30, 20, 6))),
                arguments("unknown field", form("name=\"evil\"", "A".getBytes(StandardCharsets.US_ASCII))),
                arguments("endless header", form("name=\"" + "x".repeat(100_000) + "\"", new byte[0])));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenForms")
    void leavesNothingOfABrokenForm(String what, byte[] form) {
        Target.Kept before = target.settled();

        Target.assertRefused(target.mallory.form("images", BodyPublishers.ofByteArray(form)));

        target.assertKept(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=", "text/plain", "application/json", "nonsense"})
    void refusesAFormUnderAnotherName(String contentType) {
        BodyPublisher body = BodyPublishers.ofByteArray(form("name=\"file\"; filename=\"a.jpg\"", Pictures.jpeg(30, 20)));

        Target.assertRefused(target.mallory.with("Content-Type", contentType).send("POST", "images", body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz", "00", "0000000000000000000000000000000000000000000000000000000000000000"})
    void refusesAWrongChecksum(String sha256) {
        Target.Kept before = target.settled();

        Target.assertRefused(target.mallory.upload("a.jpg", Pictures.jpeg(30, 20, 55), "sha256", sha256));

        target.assertKept(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-uuid", "00000000-0000-0000-0000-000000000000", "../albums"})
    void refusesAnAlbumThatIsNone(String album) {
        Target.Kept before = target.settled();

        Target.assertRefused(target.mallory.upload("a.jpg", Pictures.jpeg(30, 20, 56), "albumId", album));

        target.assertKept(before);
    }

    private static byte[] big() {
        return Arrays.copyOf(Pictures.jpeg(30, 20, 9), OVER_THE_LIMIT);
    }

    private static byte[] form(String disposition, byte[] content) {
        byte[] head = ("--a5b8e1f0c3\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] end = "\r\n--a5b8e1f0c3--\r\n".getBytes(StandardCharsets.US_ASCII);
        byte[] whole = Arrays.copyOf(head, head.length + content.length + end.length);
        System.arraycopy(content, 0, whole, head.length, content.length);
        System.arraycopy(end, 0, whole, head.length + content.length, end.length);
        return whole;
    }
}
