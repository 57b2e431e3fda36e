package dev.albumen.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.HostilePictures;
import dev.albumen.application.image.Pictures;
import dev.albumen.bootstrap.process.AlbumenProcess;
import dev.albumen.bootstrap.process.Answer;
import dev.albumen.bootstrap.process.Client;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Who sees a picture's mark, in its pixels. The pictures are black, and nothing but the mark is bright. */
@TestInstance(Lifecycle.PER_CLASS)
class WatermarkIT {

    private static final int PIXELS_OF_A_MARK = 50;
    private static final int TOP_LEFT = 0;
    private static final int CENTER = 4;

    private AlbumenProcess albumen;
    private Client anyone;
    private Client ada;
    private Client bob;
    private int pictures;
    private String image;
    private String album;

    @BeforeAll
    void start(@TempDir Path home) {
        albumen = AlbumenProcess.start(home, Map.of("ALBUMEN_WATERMARK_TEXT", "© Ada", "ALBUMEN_WATERMARK_POSITION", "center",
                "ALBUMEN_WATERMARK_OPACITY", "1"));
        anyone = Client.of(albumen.awaitReady()).with("Accept", "image/jpeg");
        ada = anyone.register("ada");
        bob = anyone.register("bob");
    }

    @AfterAll
    void stop() {
        albumen.close();
    }

    @BeforeEach
    void upload() {
        ada.patch("users/me/settings", "{\"watermark\": null}").expect(200);

        image = ada.upload("night.png", Pictures.grayPicture(600 + 2 * pictures++, 400, 0, "png")).expect(201).at("id");
        assertThat(ada.settled(image).path("status").asText()).isEqualTo("ready");
        album = ada.post("albums", Map.of("title", "Night", "visibility", "public")).expect(201).at("id");
        ada.post("albums/" + album + "/images", Map.of("imageIds", List.of(image)));
        ada.put("albums/" + album + "/members/" + bob.get("users/me").expect(200).at("id"), Map.of("role", "viewer"));
    }

    @Test
    void isSeenByEverybodyButTheOwnerForAsLongAsTheOwnerWants() throws IOException {
        Client admin = anyone.signIn("admin", AlbumenProcess.ADMIN_PASSWORD);
        List<Client> others = List.of(bob, anyone, admin);
        String tag = preview(ada).header("ETag");
        for (Client other : others) {
            assertThat(marked(preview(other))).isFalse();
        }
        bob.get("images/" + image + "/original").expect(200);

        assertThat(ada.patch("images/" + image, Map.of("watermark", true)).expect(200).at("watermark")).isEqualTo("true");

        assertThat(marked(preview(ada))).isFalse();
        assertThat(preview(ada).header("ETag")).isEqualTo(tag);
        ada.get("images/" + image + "/original").expect(200);
        for (Client other : others) {
            for (String size : List.of("thumbnail", "preview", "large")) {
                Answer shown = other.get("images/" + image + "/" + size).expect(200);
                assertThat(marked(shown)).as(size).isTrue();
                assertThat(shown.header("ETag")).isNotEqualTo(tag);
            }
            other.with("If-None-Match", tag).get("images/" + image + "/preview").expect(200);
        }
        for (Client other : List.of(bob, admin)) {
            assertThat(other.get("images/" + image + "/original").expect(403).text()).contains("original-watermarked");
        }
        assertThat(anyone.get("images/" + image + "/original").expect(403).text()).contains("image-not-yours");
        String signed = bob.get("images/" + image).expect(200).at("urls/preview");
        Answer first = anyone.get(signed).expect(200);
        assertThat(marked(first)).isTrue();
        assertThat(first.header("Cache-Control")).contains("no-cache");
        assertThat(marked(anyone.get(ada.get("images/" + image).expect(200).at("urls/preview")).expect(200))).isFalse();

        ada.patch("images/" + image, Map.of("watermark", false)).expect(200);

        for (Client other : others) {
            assertThat(marked(preview(other))).isFalse();
        }
        assertThat(marked(anyone.get(signed).expect(200))).isFalse();
        bob.get("images/" + image + "/original").expect(200);
    }

    @Test
    void isTheOwnersOwnWhereTheyHaveOne() throws IOException {
        ada.patch("images/" + image, Map.of("watermark", true)).expect(200);
        String signed = bob.get("images/" + image).expect(200).at("urls/preview");
        String instances = preview(bob).header("ETag");
        assertThat(bright(preview(bob), CENTER)).isTrue();

        Answer text = ada.patch("users/me/settings",
                Map.of("watermark", Map.of("text", "Mine", "position", "top-left", "opacity", 1))).expect(200);
        assertThat(text.at("watermark/text")).isEqualTo("Mine");
        assertThat(bright(preview(bob), TOP_LEFT)).isTrue();
        assertThat(bright(preview(bob), CENTER)).isFalse();

        byte[] logo = Pictures.grayPicture(60, 40, 255, "png");
        Answer put = logo(ada, logo).expect(200);
        assertThat(put.at("watermark/position")).isEqualTo("top-left");
        Answer kept = anyone.get(put.at("watermark/logo"));
        assertThat(kept.status()).isEqualTo(401);
        kept = ada.get(put.at("watermark/logo")).expect(200);
        assertThat(kept.body()).isEqualTo(logo);
        assertThat(kept.header("Content-Type")).isEqualTo("image/png");
        ada.with("If-None-Match", kept.header("ETag")).get(put.at("watermark/logo")).expect(304);
        bob.get("users/me/watermark/logo").expect(404);
        for (Client other : List.of(bob, anyone, anyone.signIn("admin", AlbumenProcess.ADMIN_PASSWORD))) {
            assertThat(covered(preview(other))).as("by a logo").isGreaterThan(0.02);
            assertThat(bright(preview(other), CENTER)).isFalse();
        }
        assertThat(covered(anyone.get(signed).expect(200))).isGreaterThan(0.02);
        assertThat(covered(shared(linked(false), "preview").expect(200))).isGreaterThan(0.02);
        assertThat(marked(preview(ada))).isFalse();

        ada.with("If-Match", kept.header("ETag")).delete("users/me/watermark/logo").expect(204);
        ada.get("users/me/watermark/logo").expect(404);
        ada.delete("users/me/watermark/logo").expect(204);
        assertThat(bright(preview(bob), TOP_LEFT)).isTrue();
        assertThat(covered(preview(bob))).as("by text").isLessThan(0.02);
        ada.patch("users/me/settings", "{\"watermark\": null}").expect(200);
        assertThat(preview(bob).header("ETag")).isEqualTo(instances);
    }

    @Test
    void takesForALogoOnlyWhatIsOne() {
        assertThat(logo(Client.of(anyone.service()), Pictures.png(9, 9)).status()).isEqualTo(401);
        assertThat(logo(ada, Pictures.jpeg(9, 9)).expect(415).text()).contains("unsupported-type");
        assertThat(logo(ada, Pictures.svg()).expect(415).text()).contains("A logo is a PNG");
        assertThat(ada.put("users/me/watermark/logo", Map.of()).status()).isEqualTo(415);
        assertThat(logo(ada, new byte[0]).status()).isEqualTo(400);
        assertThat(logo(ada, new byte[(1 << 20) + 1]).status()).isEqualTo(413);
        assertThat(logo(ada, Pictures.grayPicture(2001, 2000, 0, "png")).expect(413).text()).contains("too-many-pixels");
        assertThat(logo(ada, Pictures.truncatedPng()).status()).isEqualTo(422);
        assertThat(logo(ada, Pictures.pngClaiming(1000, 1000)).status()).isEqualTo(422);
        Stream.of(HostilePictures.strangers(), HostilePictures.floods()).flatMap(files -> files.entrySet().stream())
                .forEach(file -> assertThat(logo(ada, file.getValue()).status()).as(file.getKey()).isIn(413, 415, 422));
        assertThat(ada.get("users/me/settings").expect(200).json().path("watermark").isNull()).isTrue();
    }

    @Test
    void isChangedLikeEverythingElse() {
        Answer read = ada.get("users/me/settings").expect(200);
        ada.with("If-None-Match", read.header("ETag")).get("users/me/settings").expect(304);
        for (String wrong : List.of("{\"watermark\": {\"opacity\": 2}}", "{\"watermark\": {\"opacity\": \"1\"}}",
                "{\"watermark\": {\"position\": \"middle\"}}", "{\"watermark\": {\"position\": \"tiled\"}}",
                "{\"watermark\": {\"text\": \"\"}}", "{\"watermark\": {\"text\": \"" + "x".repeat(65) + "\"}}",
                "{\"watermark\": {\"logo\": null}}", "{\"watermark\": []}", "{\"theme\": \"dark\"}")) {
            Answer refused = ada.patch("users/me/settings", wrong).expect(400);
            assertThat(refused.at("errors/0/pointer")).as(wrong).matches("/(watermark|theme).*");
        }
        Answer changed = ada.patch("users/me/settings", "{\"watermark\": {\"tiled\": true}}").expect(200);
        assertThat(changed.json().path("watermark").toString()).isEqualTo(
                "{\"text\":null,\"position\":\"bottom-right\",\"opacity\":0.5,\"tiled\":true,\"logo\":null}");
        ada.with("If-Match", read.header("ETag")).patch("users/me/settings", "{\"watermark\": null}").expect(412);
        ada.with("If-Match", changed.header("ETag")).patch("users/me/settings", "{\"watermark\": null}").expect(200);
    }

    private static Answer logo(Client client, byte[] file) {
        return client.with("Content-Type", "image/png").send("PUT", "users/me/watermark/logo", BodyPublishers.ofByteArray(file));
    }

    /** Whether the mark reaches into that ninth of the picture, counted as they are read. */
    private static boolean bright(Answer answer, int ninth) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(answer.body()));
        int width = picture.getWidth() / 3;
        int height = picture.getHeight() / 3;
        return bright(picture.getSubimage(ninth % 3 * width, ninth / 3 * height, width, height)) > PIXELS_OF_A_MARK;
    }

    /** How much of the picture is mark. */
    private static double covered(Answer answer) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(answer.body()));
        return (double) bright(picture) / (picture.getWidth() * picture.getHeight());
    }

    private static int bright(BufferedImage picture) {
        int bright = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                bright += (picture.getRGB(x, y) >> 8 & 0xFF) > 128 ? 1 : 0;
            }
        }
        return bright;
    }

    @Test
    void isAskedForByAnyAlbumThatHoldsTheImage() throws IOException {
        String other = ada.post("albums", Map.of("title", "Marked", "watermark", true)).expect(201).at("id");
        assertThat(marked(preview(bob))).isFalse();

        ada.post("albums/" + other + "/images", Map.of("imageIds", List.of(image)));
        assertThat(marked(preview(bob))).isTrue();
        assertThat(marked(preview(ada))).isFalse();
        assertThat(bob.get("images/" + image + "/original").expect(403).text()).contains("original-watermarked");

        ada.patch("albums/" + other, Map.of("watermark", false)).expect(200);
        assertThat(marked(preview(bob))).isFalse();
    }

    @Test
    void isAskedForByALinkAndByWhatItShows() throws IOException {
        String clean = linked(false);
        String burnt = linked(true);
        assertThat(marked(shared(clean, "preview").expect(200))).isFalse();
        assertThat(marked(shared(burnt, "preview").expect(200))).isTrue();
        assertThat(marked(preview(bob))).as("without the link").isFalse();
        shared(clean, "original").expect(200);
        assertThat(shared(burnt, "original").expect(403).text()).contains("original-watermarked");
        assertThat(marked(entry(anyone.get("public/shares/" + burnt + "/archive?size=original").expect(200)))).isTrue();

        ada.patch("images/" + image, Map.of("watermark", true)).expect(200);

        assertThat(marked(shared(clean, "preview").expect(200))).isTrue();
        assertThat(shared(clean, "original").expect(403).text()).contains("original-watermarked");
        assertThat(marked(entry(bob.get("albums/" + album + "/archive?size=original").expect(200)))).isTrue();
        assertThat(marked(entry(ada.get("albums/" + album + "/archive?size=original").expect(200)))).isFalse();
    }

    private Answer preview(Client client) {
        return client.get("images/" + image + "/preview").expect(200);
    }

    private String linked(boolean watermark) {
        Answer link = ada.post("shares", Map.of("resourceType", "album", "resourceId", album, "allowDownload", "original",
                "watermark", watermark)).expect(201);
        assertThat(link.at("watermark")).isEqualTo(String.valueOf(watermark));
        return link.at("token");
    }

    private Answer shared(String token, String what) {
        return anyone.get("public/shares/" + token + "/images/" + image + "/" + what);
    }

    private static boolean marked(Answer answer) throws IOException {
        return marked(answer.body());
    }

    private static boolean marked(byte[] file) throws IOException {
        int bright = bright(ImageIO.read(new ByteArrayInputStream(file)));
        assertThat(bright).as("none, or a mark").satisfiesAnyOf(
                none -> assertThat(none).isZero(), mark -> assertThat(mark).isGreaterThan(PIXELS_OF_A_MARK));
        return bright > 0;
    }

    private static byte[] entry(Answer archive) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive.body()))) {
            assertThat(zip.getNextEntry()).isNotNull();
            return zip.readAllBytes();
        }
    }
}
