package dev.albumen.application.rendition;

import static dev.albumen.application.rendition.Looks.assertCorners;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.application.image.CaptionedPictures;
import dev.albumen.application.image.Pictures;
import dev.albumen.application.image.Videos;
import dev.albumen.application.rendition.Renderer.UndecodableException;
import dev.albumen.domain.image.MediaType;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link MetadataStripper} must do. JPEG, PNG, GIF, WebP, MP4, QuickTime and WebM are stripped by each. */
public abstract class MetadataStripperContract {

    @TempDir
    protected Path folder;

    protected abstract MetadataStripper stripper();

    static Stream<Arguments> privateFiles() {
        return Stream.of(
                Arguments.of(Named.of("captioned JPEG", CaptionedPictures.jpegWithGps(CaptionedPictures.xmp())), MediaType.JPEG),
                Arguments.of(Named.of("JPEG with extended XMP", CaptionedPictures.jpegWithExtendedXmp(
                        CaptionedPictures.extendedXmp("A".repeat(32)), "A".repeat(32), CaptionedPictures.xmp(), 500)), MediaType.JPEG),
                Arguments.of(Named.of("JPEG with IPTC", CaptionedPictures.jpegWithIptc(CaptionedPictures.iptc())), MediaType.JPEG),
                Arguments.of(Named.of("captioned PNG", CaptionedPictures.png(CaptionedPictures.xmp(), false)), MediaType.PNG),
                Arguments.of(Named.of("captioned PNG, packed", CaptionedPictures.png(CaptionedPictures.xmp(), true)), MediaType.PNG),
                Arguments.of(Named.of("captioned GIF", CaptionedPictures.ofEveryKind().get(MediaType.GIF)), MediaType.GIF),
                Arguments.of(Named.of("captioned WebP", CaptionedPictures.ofEveryKind().get(MediaType.WEBP)), MediaType.WEBP),
                Arguments.of(Named.of("JPEG", Pictures.jpegWithGps(60, 40)), MediaType.JPEG),
                Arguments.of(Named.of("turned JPEG", Pictures.jpegOrientedWithGps(6)), MediaType.JPEG),
                Arguments.of(Named.of("JPEG with more behind its end", Pictures.jpegWithTail(60, 40)), MediaType.JPEG),
                Arguments.of(Named.of("PNG", Pictures.pngWithGps(1)), MediaType.PNG),
                Arguments.of(Named.of("turned PNG", Pictures.pngWithGps(8)), MediaType.PNG),
                Arguments.of(Named.of("GIF", Pictures.gifWithComment(60, 40)), MediaType.GIF),
                Arguments.of(Named.of("WebP", Pictures.webpWithGps(1)), MediaType.WEBP),
                Arguments.of(Named.of("turned WebP", Pictures.webpWithGps(3)), MediaType.WEBP),
                Arguments.of(Named.of("MP4", Videos.mp4()), MediaType.MP4),
                Arguments.of(Named.of("MP4 with telemetry", Videos.mp4WithTelemetry()), MediaType.MP4),
                Arguments.of(Named.of("QuickTime", Videos.movTurned()), MediaType.MOV),
                Arguments.of(Named.of("QuickTime of a telephone", Videos.movOfATelephone()), MediaType.MOV),
                Arguments.of(Named.of("WebM", Videos.webm()), MediaType.WEBM));
    }

    @ParameterizedTest
    @MethodSource("privateFiles")
    void leavesNothingPrivate(byte[] original, MediaType mediaType) throws Exception {
        assertThat(stripper().strips(mediaType)).isTrue();
        byte[] stripped = strip(original, mediaType);
        assertThat(privateThings(stripped, mediaType)).isEmpty();
        assertThat(new String(stripped, StandardCharsets.ISO_8859_1)).doesNotContain(
                "xpacket", "iTXt", "8BIM", "http://ns.adobe.com", "Photoshop", "tIME", Pictures.SECRET, Pictures.OWNER, Pictures.SERIAL_NUMBER, Pictures.MAKE,
                Pictures.LENS, "2024:07:14", "2024-07-14", Videos.PLACE, Videos.TELEPHONE_PLACE, Videos.TELEMETRY, "Lavf");
    }

    @Test
    void keepsTheFramesOfAVideoWhereTheyAre() throws Exception {
        byte[] original = Videos.mp4WithTelemetry();
        String stripped = new String(strip(original, MediaType.MP4), StandardCharsets.ISO_8859_1);
        assertThat(stripped).hasSize(original.length);
        assertThat(stripped.indexOf(Videos.FRAMES)).isEqualTo(new String(original, StandardCharsets.ISO_8859_1).indexOf(Videos.FRAMES));
    }

    @Test
    void refusesAVideoInFragmentsAndLeavesNone() throws Exception {
        Path to = folder.resolve("stripped");
        Path from = Files.write(folder.resolve("fragmented"), Videos.mp4Fragmented());
        assertThatThrownBy(() -> stripper().strip(from, MediaType.MP4, to)).isInstanceOf(UndecodableException.class);
        assertThat(to).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void keepsTheOrientationAndNothingElseOfExif(int orientation) throws Exception {
        byte[] stripped = strip(Pictures.jpegOrientedWithGps(orientation), MediaType.JPEG);
        assertThat(new String(stripped, StandardCharsets.ISO_8859_1).contains("Exif")).isEqualTo(orientation != 1);
        assertThat(orientationOf(stripped, MediaType.JPEG)).isEqualTo(orientation);
        assertThat(orientationOf(strip(Pictures.pngWithGps(orientation), MediaType.PNG), MediaType.PNG)).isEqualTo(orientation);
        assertThat(orientationOf(strip(Pictures.webpWithGps(orientation), MediaType.WEBP), MediaType.WEBP)).isEqualTo(orientation);
    }

    static Stream<Arguments> picturesOfTheJdk() {
        return Stream.of(
                Arguments.of(Named.of("JPEG", Pictures.jpegWithGps(60, 40)), MediaType.JPEG),
                Arguments.of(Named.of("progressive JPEG", Pictures.progressiveJpeg(60, 40)), MediaType.JPEG),
                Arguments.of(Named.of("gray JPEG", Pictures.grayJpeg(60, 40)), MediaType.JPEG),
                Arguments.of(Named.of("JPEG with a tail", Pictures.jpegWithTail(60, 40)), MediaType.JPEG),
                Arguments.of(Named.of("PNG", Pictures.pngWithGps(6)), MediaType.PNG),
                Arguments.of(Named.of("transparent PNG", Pictures.transparentPng(60, 40)), MediaType.PNG),
                Arguments.of(Named.of("palette PNG", Pictures.palettePng(60, 40)), MediaType.PNG),
                Arguments.of(Named.of("GIF", Pictures.gifWithComment(60, 40)), MediaType.GIF));
    }

    @ParameterizedTest
    @MethodSource("picturesOfTheJdk")
    void keepsEveryPixel(byte[] original, MediaType mediaType) throws Exception {
        BufferedImage before = Looks.read(Files.write(folder.resolve("before"), original));
        BufferedImage after = Looks.read(Files.write(folder.resolve("after"), strip(original, mediaType)));
        int width = before.getWidth();
        int height = before.getHeight();
        assertThat(after.getRGB(0, 0, width, height, null, 0, width)).isEqualTo(before.getRGB(0, 0, width, height, null, 0, width));
    }

    @Test
    void keepsTheColorProfile() throws Exception {
        byte[] jpeg = strip(Pictures.displayP3Jpeg(60, 40, new Color(200, 80, 40)), MediaType.JPEG);
        BufferedImage picture = Looks.read(Files.write(folder.resolve("p3"), jpeg));
        Looks.assertColor(Looks.at(picture, 0.5, 0.5), new Color(215, 69, 17), 5);
        assertThat(new String(strip(Pictures.displayP3Png(60, 40, Color.RED), MediaType.PNG), StandardCharsets.ISO_8859_1))
                .contains("iCCP");
    }

    @Test
    void keepsAGifRepeating() throws Exception {
        assertThat(new String(strip(Pictures.gifWithComment(60, 40), MediaType.GIF), StandardCharsets.ISO_8859_1))
                .contains("NETSCAPE2.0");
    }

    @Test
    void strippingTwiceChangesNothingMore() throws Exception {
        byte[] once = strip(Pictures.jpegOrientedWithGps(6), MediaType.JPEG);
        assertThat(strip(once, MediaType.JPEG)).isEqualTo(once);
        once = strip(Videos.mp4(), MediaType.MP4);
        assertThat(strip(once, MediaType.MP4)).isEqualTo(once);
        once = strip(Videos.webm(), MediaType.WEBM);
        assertThat(strip(once, MediaType.WEBM)).isEqualTo(once);
    }

    @Test
    void leavesTheOriginalAsItWas() throws Exception {
        Path original = Files.write(folder.resolve("o"), Pictures.jpegOrientedWithGps(3));
        stripper().strip(original, MediaType.JPEG, folder.resolve("s"));
        assertThat(original).hasBinaryContent(Pictures.jpegOrientedWithGps(3));
        assertCorners(turned(Looks.read(folder.resolve("s"))));
    }

    static Stream<Arguments> brokenFiles() {
        return Stream.of(
                Arguments.of(Named.of("a truncated JPEG", Pictures.truncatedJpeg()), MediaType.JPEG),
                Arguments.of(Named.of("a truncated PNG", Pictures.truncatedPng()), MediaType.PNG),
                Arguments.of(Named.of("a truncated GIF", Pictures.truncatedGif()), MediaType.GIF),
                Arguments.of(Named.of("a truncated WebP", Pictures.truncatedWebp()), MediaType.WEBP),
                Arguments.of(Named.of("a truncated MP4", Arrays.copyOf(Videos.mp4(), 3000)), MediaType.MP4),
                Arguments.of(Named.of("a truncated WebM", Arrays.copyOf(Videos.webm(), 900)), MediaType.WEBM),
                Arguments.of(Named.of("text", Pictures.text()), MediaType.JPEG));
    }

    @ParameterizedTest
    @MethodSource("brokenFiles")
    void refusesABrokenFileAndLeavesNone(byte[] original, MediaType mediaType) throws IOException {
        Path from = Files.write(folder.resolve("broken"), original);
        Path to = folder.resolve("stripped");
        assertThatThrownBy(() -> stripper().strip(from, mediaType, to)).isInstanceOf(UndecodableException.class);
        assertThat(to).doesNotExist();
    }

    @Test
    void damageAnywhereOfAVideoGivesAnAnswerOrARefusalAndNothingElse() throws Exception {
        for (byte[] whole : new byte[][] {Videos.mp4(), Videos.mp4WithTelemetry()}) {
            for (int at = 0; at < Math.min(1500, whole.length); at += 2) {
                damaged(whole, at, MediaType.MP4);
            }
        }
        for (int at = 0; at < Videos.webm().length; at += 2) {
            damaged(Videos.webm(), at, MediaType.WEBM);
        }
    }

    private void damaged(byte[] file, int at, MediaType mediaType) throws IOException {
        byte[] damaged = file.clone();
        damaged[at] ^= (byte) 0xFF;
        Path to = folder.resolve("damaged-stripped");
        try {
            stripper().strip(Files.write(folder.resolve("damaged"), damaged), mediaType, to);
            Files.delete(to);
        } catch (UndecodableException e) {
            assertThat(to).doesNotExist();
        }
    }

    protected final byte[] strip(byte[] original, MediaType mediaType) throws IOException, UndecodableException {
        Path from = Files.write(Files.createTempFile(folder, "original", ""), original);
        Path to = Files.createTempDirectory(folder, "stripped").resolve("file");
        stripper().strip(from, mediaType, to);
        return Files.readAllBytes(to);
    }

    /** What a reader that is not the stripper's own finds of XMP, IPTC, places and comments, by the reader's names. */
    protected abstract List<String> privateThings(byte[] file, MediaType mediaType) throws Exception;

    /** As a reader that is not the stripper's own sees it. */
    protected abstract int orientationOf(byte[] file, MediaType mediaType) throws Exception;

    private static BufferedImage turned(BufferedImage image) {
        BufferedImage turned = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                turned.setRGB(image.getWidth() - 1 - x, image.getHeight() - 1 - y, image.getRGB(x, y));
            }
        }
        return turned;
    }
}
