package dev.albumen.application.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.application.image.Inspector.Inspection;
import dev.albumen.domain.image.Dimensions;
import dev.albumen.domain.image.ImageLimits;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link Inspector} must do. */
public abstract class InspectorContract {

    @TempDir
    Path folder;

    protected abstract Inspector inspector(ImageLimits limits);

    static Stream<Arguments> goodFiles() {
        return Stream.of(
                good("a JPEG", Pictures.jpeg(60, 40), MediaType.JPEG, 60, 40),
                good("a progressive JPEG", Pictures.progressiveJpeg(60, 40), MediaType.JPEG, 60, 40),
                good("a gray JPEG", Pictures.grayJpeg(60, 40), MediaType.JPEG, 60, 40),
                good("a CMYK JPEG", Pictures.cmykJpeg(60, 40), MediaType.JPEG, 60, 40),
                good("a JPEG full of metadata", Pictures.jpegWithGps(60, 40), MediaType.JPEG, 60, 40),
                good("a PNG", Pictures.png(60, 40), MediaType.PNG, 60, 40),
                good("a 16-bit PNG", Pictures.png16(60, 40), MediaType.PNG, 60, 40),
                good("a palette PNG", Pictures.palettePng(60, 40), MediaType.PNG, 60, 40),
                good("a turned PNG", Pictures.pngWithGps(6), MediaType.PNG, 64, 48),
                good("a GIF", Pictures.gif(60, 40), MediaType.GIF, 60, 40),
                good("a GIF with extensions", Pictures.gifWithComment(60, 40), MediaType.GIF, 60, 40),
                good("a lossy WebP", Pictures.webp(), MediaType.WEBP, 40, 30),
                good("a lossless WebP", Pictures.webpTransparent(), MediaType.WEBP, 40, 30),
                good("a turned WebP", Pictures.webpWithGps(8), MediaType.WEBP, 30, 40),
                good("an MP4", Videos.mp4(), MediaType.MP4, 160, 120),
                good("an MP4 in fragments", Videos.mp4Fragmented(), MediaType.MP4, 160, 120),
                good("a turned QuickTime movie", Videos.movTurned(), MediaType.MOV, 160, 120),
                good("a WebM", Videos.webm(), MediaType.WEBM, 160, 120));
    }

    @ParameterizedTest
    @MethodSource("goodFiles")
    void tellsKindAndSize(byte[] bytes, MediaType mediaType, Dimensions dimensions) {
        assertThat(inspect(bytes)).isEqualTo(new Inspection(mediaType, dimensions));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void givesTheSizeAsShown(int orientation) {
        assertThat(inspect(Pictures.jpegOriented(orientation)).dimensions()).isEqualTo(new Dimensions(64, 48));
    }

    @Test
    void doesNotMindWhatFollowsTheEndOfAJpeg() {
        byte[] motionPhoto = Containers.join(Pictures.jpeg(60, 40), new byte[] {0, 0, 0, 24}, Containers.ascii("ftypmp42 and so on"));
        assertThat(inspect(motionPhoto).mediaType()).isEqualTo(MediaType.JPEG);
    }

    static Stream<Arguments> foreignFiles() {
        return Stream.of(
                Arguments.of(Named.of("an SVG", Pictures.svg())),
                Arguments.of(Named.of("text", Pictures.text())),
                Arguments.of(Named.of("a PDF", Pictures.pdf())),
                Arguments.of(Named.of("Matroska", "\u001AE\u00DF\u00A3\u008BB\u0082\u0088matroska".getBytes(StandardCharsets.ISO_8859_1))),
                Arguments.of(Named.of("an audio file", Videos.box("ftyp", "M4A \0\0\2\0isom".getBytes(StandardCharsets.ISO_8859_1)))),
                Arguments.of(Named.of("zeros", new byte[5000])),
                Arguments.of(Named.of("one byte", new byte[] {(byte) 0xFF})));
    }

    @ParameterizedTest
    @MethodSource("foreignFiles")
    void refusesWhatIsNoPictureAndNamesWhatIsAccepted(byte[] bytes) {
        Refusal refusal = refusal(bytes);
        assertThat(refusal).isInstanceOf(Refusal.UnsupportedType.class);
        assertThat(refusal.detail()).contains("image/jpeg", "image/png");
    }

    static Stream<Arguments> truncatedFiles() {
        return Stream.of(
                Arguments.of(Named.of("a JPEG", Pictures.truncatedJpeg())),
                Arguments.of(Named.of("a JPEG without its end", Arrays.copyOf(Pictures.jpeg(60, 40), 700))),
                Arguments.of(Named.of("a PNG", Pictures.truncatedPng())),
                Arguments.of(Named.of("a GIF", Pictures.truncatedGif())),
                Arguments.of(Named.of("a WebP", Pictures.truncatedWebp())),
                Arguments.of(Named.of("an MP4", cut(Videos.mp4(), 1))),
                Arguments.of(Named.of("an MP4 without its media", Arrays.copyOf(Videos.mp4(), 1500))),
                Arguments.of(Named.of("a QuickTime movie without its description", cut(Videos.movTurned(), 900))),
                Arguments.of(Named.of("a WebM", cut(Videos.webm(), 1))),
                Arguments.of(Named.of("nothing", new byte[0])));
    }

    @ParameterizedTest
    @MethodSource("truncatedFiles")
    void refusesWhatIsTruncated(byte[] bytes) {
        assertThat(refusal(bytes)).isInstanceOfSatisfying(
                Refusal.Unprocessable.class, refused -> assertThat(refused.code()).isEqualTo("image-truncated"));
    }

    @Test
    void refusesEveryLengthOfAFileButTheWhole() {
        for (byte[] whole : new byte[][] {Pictures.jpegWithGps(16, 16), Pictures.pngWithGps(1), Pictures.gif(8, 8), Pictures.webpWithGps(1),
            Videos.mp4(), Videos.movTurned(), Videos.webm()}) {
            for (int length = 0; length < whole.length; length += 1 + whole.length / 150) {
                assertThat(refusal(Arrays.copyOf(whole, length))).isInstanceOfAny(
                        Refusal.Unprocessable.class, Refusal.UnsupportedType.class);
            }
        }
    }

    @Test
    void refusesTooManyPixelsBeforeDecoding() {
        assertThat(refusal(Pictures.pngClaiming(100_000, 100_000))).isInstanceOfSatisfying(
                Refusal.TooLarge.class, refused -> assertThat(refused.code()).isEqualTo("too-many-pixels"));
        assertThat(refusal(Pictures.pngClaiming(Integer.MAX_VALUE, Integer.MAX_VALUE))).isInstanceOf(Refusal.TooLarge.class);
    }

    @Test
    void theLimitIsInclusive() {
        ImageLimits limits = new ImageLimits(1 << 20, 60 * 40);
        assertThat(inspector(limits).inspect(file(Pictures.png(60, 40)))).isNotNull();
        assertThatThrownBy(() -> inspector(limits).inspect(file(Pictures.png(61, 40)))).isInstanceOf(RefusedException.class);
    }

    static Stream<Arguments> videosThatAreNone() {
        return Stream.of(
                Arguments.of(Named.of("without moving pictures", Videos.mp4WithoutVideo())),
                Arguments.of(Named.of("of another kind of Matroska", Videos.matroska())),
                Arguments.of(Named.of("of boxes in boxes", Videos.mp4Nested(10_000))),
                Arguments.of(Named.of("of nothing but boxes", Videos.mp4OfEmptyBoxes(500_000))),
                Arguments.of(Named.of("of no size", Videos.mp4Claiming(0, 0))));
    }

    @ParameterizedTest
    @MethodSource("videosThatAreNone")
    void refusesAVideoThatIsNone(byte[] bytes) {
        assertThat(refusal(bytes)).isInstanceOf(Refusal.Unprocessable.class);
    }

    @Test
    void refusesAVideoOfTooManyPixels() {
        assertThat(refusal(Videos.mp4Claiming(65535, 65535))).isInstanceOf(Refusal.TooLarge.class);
        assertThat(inspect(Videos.mp4Claiming(1920, 1080)).dimensions()).isEqualTo(new Dimensions(1920, 1080));
    }

    @Test
    void refusesASizeOfZero() {
        assertThat(refusal(Pictures.pngClaiming(0, 10))).isInstanceOf(Refusal.Unprocessable.class);
    }

    @Test
    void damageAnywhereGivesAnAnswerOrARefusalAndNothingElse() throws IOException {
        for (byte[] whole : new byte[][] {Pictures.jpegWithGps(16, 16), Pictures.pngWithGps(6), Pictures.gifWithComment(8, 8), Pictures.webpWithGps(5), Pictures.tiff(8, 8),
            Videos.mp4(), Videos.movTurned(), Videos.webm(), Videos.mp4Fragmented()}) {
            Path file = folder.resolve("damaged");
            for (int at = 0; at < Math.min(whole.length, 900); at++) {
                byte[] damaged = whole.clone();
                damaged[at] ^= (byte) 0xFF;
                Files.write(file, damaged);
                try {
                    inspector(ImageLimits.DEFAULT).inspect(file);
                } catch (RefusedException e) {
                    assertThat(e.refusal().detail()).isNotBlank();
                }
            }
        }
    }

    private Inspection inspect(byte[] bytes) {
        return inspector(ImageLimits.DEFAULT).inspect(file(bytes));
    }

    private Refusal refusal(byte[] bytes) {
        try {
            throw new AssertionError("accepted: " + inspect(bytes));
        } catch (RefusedException e) {
            return e.refusal();
        }
    }

    private Path file(byte[] bytes) {
        try {
            // the name tells nothing, on purpose
            return Files.write(folder.resolve("upload.jpg"), bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] cut(byte[] file, int bytes) {
        return Arrays.copyOf(file, file.length - bytes);
    }

    private static Arguments good(String name, byte[] bytes, MediaType mediaType, int width, int height) {
        return Arguments.of(Named.of(name, bytes), mediaType, new Dimensions(width, height));
    }
}
