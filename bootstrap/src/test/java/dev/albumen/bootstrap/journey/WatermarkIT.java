package dev.albumen.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.Pictures;
import dev.albumen.bootstrap.process.AlbumenProcess;
import dev.albumen.bootstrap.process.Answer;
import dev.albumen.bootstrap.process.Client;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(file));
        int bright = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                bright += (picture.getRGB(x, y) >> 8 & 0xFF) > 128 ? 1 : 0;
            }
        }
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
