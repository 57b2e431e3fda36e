package dev.albumen.application.rendition;

import static dev.albumen.application.rendition.Looks.assertColor;
import static dev.albumen.application.rendition.Looks.assertCorners;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.application.image.Pictures;
import dev.albumen.application.rendition.Renderer.Rendered;
import dev.albumen.application.rendition.Renderer.UndecodableException;
import dev.albumen.domain.image.Appearance.Swatch;
import dev.albumen.domain.image.Appearance;
import dev.albumen.domain.image.DifferenceHash;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.rendition.Recipe;
import dev.albumen.domain.rendition.RenditionFormat;
import dev.albumen.domain.rendition.RenditionSize;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link Renderer} must do. */
public abstract class RendererContract extends MarkCases {

    private static final Recipe LARGE = Recipe.of(RenditionSize.LARGE, RenditionFormat.JPEG);
    private static final Recipe PREVIEW = Recipe.of(RenditionSize.PREVIEW, RenditionFormat.JPEG);
    private static final Recipe THUMBNAIL = Recipe.of(RenditionSize.THUMBNAIL, RenditionFormat.JPEG);

    /** Bytes; no multiple of what the formats align to. */
    private static final int DAMAGED_EVERY = 7;

    @Test
    void makesWhatIsMadeAtOnce() throws Exception {
        Rendered rendered = render(Pictures.jpeg(3000, 2000), MediaType.JPEG);
        assertThat(rendered.files()).containsOnlyKeys(Recipe.madeAtOnce(renderer().formats()));
        assertSize(rendered, PREVIEW, 1440, 960);
        assertSize(rendered, THUMBNAIL, 320, 213);
        rendered.files().forEach((recipe, file) -> assertFormat(file, recipe.format()));
    }

    @Test
    void enlargesNothing() throws Exception {
        Rendered rendered = render(Pictures.jpeg(100, 60), MediaType.JPEG);
        for (Recipe recipe : List.of(PREVIEW, THUMBNAIL)) {
            assertSize(rendered, recipe, 100, 60);
        }
    }

    @Test
    void drawsThinPicturesAtLeastOnePixelWide() throws Exception {
        assertSize(render(Pictures.png(1, 1), MediaType.PNG), THUMBNAIL, 1, 1);
        assertSize(render(Pictures.png(6000, 3), MediaType.PNG), THUMBNAIL, 320, 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void turnsEveryOrientationUpright(int orientation) throws Exception {
        Rendered rendered = render(Pictures.jpegOriented(orientation, 640, 480), MediaType.JPEG);
        assertSize(rendered, PREVIEW, 640, 480);
        assertSize(rendered, THUMBNAIL, 320, 240);
        assertCorners(picture(rendered, PREVIEW));
        assertCorners(picture(rendered, THUMBNAIL));
    }

    @Test
    void turnsOtherKindsToo() throws Exception {
        assertCorners(picture(render(Pictures.pngWithGps(6), MediaType.PNG), PREVIEW));
        assertSize(render(Pictures.webpWithGps(6), MediaType.WEBP), PREVIEW, Pictures.WEBP_HEIGHT, Pictures.WEBP_WIDTH);
    }

    static Stream<Arguments> fourCorners() {
        return Stream.of(
                Arguments.of(Named.of("16-bit PNG", Pictures.png16(640, 480)), MediaType.PNG),
                Arguments.of(Named.of("palette PNG", Pictures.palettePng(640, 480)), MediaType.PNG),
                Arguments.of(Named.of("CMYK JPEG", Pictures.cmykJpeg(640, 480)), MediaType.JPEG),
                Arguments.of(Named.of("GIF", Pictures.gif(640, 480)), MediaType.GIF),
                Arguments.of(Named.of("GIF with extensions", Pictures.gifWithComment(640, 480)), MediaType.GIF));
    }

    @ParameterizedTest
    @MethodSource("fourCorners")
    void keepsTheColorsOfEveryKind(byte[] bytes, MediaType mediaType) throws Exception {
        Rendered rendered = render(bytes, mediaType);
        assertSize(rendered, PREVIEW, 640, 480);
        assertCorners(picture(rendered, PREVIEW));
        assertCorners(picture(rendered, THUMBNAIL));
    }

    @Test
    void keepsColorsClose() throws Exception {
        Color color = new Color(180, 120, 60);
        Rendered rendered = render(Pictures.filledJpeg(3000, 2000, color), MediaType.JPEG);
        for (Recipe recipe : List.of(PREVIEW, THUMBNAIL)) {
            assertColor(Looks.at(picture(rendered, recipe), 0.5, 0.5), color, 3);
        }
    }

    @Test
    void keepsGrayAsBrightAsItIs() throws Exception {
        Rendered rendered = render(Pictures.grayPicture(640, 480, 100, "png"), MediaType.PNG);
        assertColor(Looks.at(picture(rendered, PREVIEW), 0.5, 0.5), new Color(100, 100, 100), 3);
        rendered = render(Pictures.grayPicture(640, 480, 100, "jpeg"), MediaType.JPEG);
        assertColor(Looks.at(picture(rendered, PREVIEW), 0.5, 0.5), new Color(100, 100, 100), 3);
    }

    @Test
    void convertsDisplayP3ToSrgb() throws Exception {
        // by the matrices of both spaces: P3 (200, 80, 40) is sRGB (215, 69, 17)
        Color expected = new Color(215, 69, 17);
        Rendered jpeg = render(Pictures.displayP3Jpeg(640, 480, new Color(200, 80, 40)), MediaType.JPEG);
        assertColor(Looks.at(picture(jpeg, PREVIEW), 0.5, 0.5), expected, 5);
        Rendered png = render(Pictures.displayP3Png(640, 480, new Color(200, 80, 40)), MediaType.PNG);
        assertColor(Looks.at(picture(png, PREVIEW), 0.5, 0.5), expected, 5);
        assertThat(bytes(png, PREVIEW)).doesNotContain("ICC_PROFILE");
    }

    @Test
    void flattensTransparencyOnWhiteInJpegAndKeepsItInWebp() throws Exception {
        Rendered rendered = render(Pictures.transparentPng(640, 480), MediaType.PNG);
        BufferedImage preview = picture(rendered, PREVIEW);
        assertColor(Looks.at(preview, 0.75, 0.75), Color.WHITE, 3);
        assertColor(Looks.at(preview, 0.25, 0.25), Color.RED, 12);
        assertThat(rendered.files()).containsOnlyKeys(Recipe.madeAtOnce(renderer().formats(), false));
        for (RenditionSize size : List.of(RenditionSize.THUMBNAIL, RenditionSize.PREVIEW)) {
            assertTransparentWebp(rendered.files().get(Recipe.of(size, RenditionFormat.WEBP)));
        }
    }

    @Test
    void takesNothingForTransparentThatIsNot() throws Exception {
        BufferedImage opaque = new BufferedImage(640, 480, BufferedImage.TYPE_INT_ARGB);
        opaque.createGraphics().fillRect(0, 0, 640, 480);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(opaque, "png", png);
        assertThat(render(png.toByteArray(), MediaType.PNG).files()).containsOnlyKeys(Recipe.madeAtOnce(renderer().formats()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6})
    void writesNoMetadata(int orientation) throws Exception {
        List<Rendered> all = List.of(
                render(Pictures.jpegOrientedWithGps(orientation), MediaType.JPEG),
                render(Pictures.pngWithGps(orientation), MediaType.PNG),
                render(Pictures.webpWithGps(orientation), MediaType.WEBP),
                render(Pictures.gifWithComment(64, 48), MediaType.GIF));
        for (Rendered rendered : all) {
            for (Recipe recipe : rendered.files().keySet()) {
                assertNoMetadata(rendered.files().get(recipe));
            }
        }
    }

    @Test
    void describesAPlaceholder() throws Exception {
        Rendered rendered = render(Pictures.filledJpeg(640, 480, new Color(180, 120, 60)), MediaType.JPEG);
        assertThat(rendered.appearance().blurHash()).hasSize(28).startsWith("L");
        assertThat(rendered.appearance().dominantColor()).matches("#[0-9a-f]{6}");
        assertColor(Color.decode(rendered.appearance().dominantColor()), new Color(180, 120, 60), 4);
    }

    @Test
    void describesThePalette() throws Exception {
        List<Swatch> one = render(Pictures.filledJpeg(640, 480, new Color(180, 120, 60)), MediaType.JPEG).appearance().palette();
        assertThat(one).hasSize(1);
        assertColor(Color.decode(one.getFirst().color()), new Color(180, 120, 60), 4);
        assertThat(one.getFirst().share()).isEqualTo(1);

        List<Swatch> four = render(Pictures.palettePng(640, 480), MediaType.PNG).appearance().palette();
        assertThat(four).hasSizeBetween(4, Appearance.PALETTE_SIZE);
        for (Color corner : Pictures.corners()) {
            assertThat(four).anySatisfy(swatch -> {
                assertColor(Color.decode(swatch.color()), corner, 12);
                assertThat(swatch.share()).isBetween(0.2, 0.28);
            });
        }
        assertThat(four.stream().mapToInt(Swatch::perMille).sum()).isBetween(998, 1002);
    }

    @Test
    void tellsLikePicturesFromOthers() throws Exception {
        DifferenceHash sea = hash(Pictures.scene(800, 600, 1, 0, "jpeg"), MediaType.JPEG);
        assertThat(sea.distanceTo(hash(Pictures.scene(800, 600, 1, 0, "png"), MediaType.PNG))).isLessThanOrEqualTo(2);
        assertThat(sea.distanceTo(hash(Pictures.scene(400, 300, 1, 0, "jpeg"), MediaType.JPEG))).isLessThanOrEqualTo(4);
        assertThat(sea.distanceTo(hash(Pictures.scene(800, 600, 1, 12, "jpeg"), MediaType.JPEG))).isLessThanOrEqualTo(4);
        for (int other = 2; other <= 6; other++) {
            assertThat(sea.distanceTo(hash(Pictures.scene(800, 600, other, 0, "jpeg"), MediaType.JPEG))).isGreaterThan(12);
        }
    }

    @Test
    void comparesNoPlainSurfaces() throws Exception {
        for (Color color : List.of(Color.BLACK, Color.WHITE, new Color(180, 120, 60))) {
            assertThat(render(Pictures.filledJpeg(640, 480, color), MediaType.JPEG).appearance().differenceHash()).isNull();
        }
    }

    private DifferenceHash hash(byte[] picture, MediaType mediaType) throws Exception {
        return Optional.ofNullable(render(picture, mediaType).appearance().differenceHash())
                .orElseThrow(() -> new AssertionError("nothing to compare by"));
    }

    @Test
    void makesTheSameBytesAgain() throws Exception {
        byte[] original = Pictures.jpegWithGps(400, 300);
        Rendered first = render(original, MediaType.JPEG);
        Rendered second = render(original, MediaType.JPEG);
        for (Recipe recipe : first.files().keySet()) {
            assertThat(second.files().get(recipe)).hasSameBinaryContentAs(first.files().get(recipe));
        }
    }

    static Stream<Arguments> undecodableFiles() {
        return Stream.of(
                Arguments.of(Named.of("a truncated JPEG", Pictures.truncatedJpeg()), MediaType.JPEG),
                Arguments.of(Named.of("a JPEG without half of its pixels", Pictures.hollowJpeg()), MediaType.JPEG),
                Arguments.of(Named.of("a truncated PNG", Pictures.truncatedPng()), MediaType.PNG),
                Arguments.of(Named.of("a PNG without pixels", Pictures.pngClaiming(1000, 1000)), MediaType.PNG),
                Arguments.of(Named.of("a PNG of 10 gigapixels", Pictures.pngClaiming(100_000, 100_000)), MediaType.PNG),
                Arguments.of(Named.of("a truncated GIF", Pictures.truncatedGif()), MediaType.GIF),
                Arguments.of(Named.of("a truncated WebP", Pictures.truncatedWebp()), MediaType.WEBP),
                Arguments.of(Named.of("text", Pictures.text()), MediaType.JPEG),
                Arguments.of(Named.of("an SVG", Pictures.svg()), MediaType.PNG),
                Arguments.of(Named.of("a GIF taken for a JPEG", Pictures.gif(9, 9)), MediaType.JPEG),
                Arguments.of(Named.of("nothing", new byte[0]), MediaType.PNG));
    }

    @ParameterizedTest
    @MethodSource("undecodableFiles")
    @Timeout(60)
    void saysWhyAPictureCannotBeMade(byte[] bytes, MediaType mediaType) {
        assertThatThrownBy(() -> render(bytes, mediaType))
                .isInstanceOf(UndecodableException.class)
                .message().isNotBlank();
    }

    @Test
    @Timeout(300)
    void damageAnywhereGivesAPictureOrAReasonAndNothingElse() throws Exception {
        record Sample(byte[] bytes, MediaType mediaType) {}
        for (Sample sample : List.of(
                new Sample(Pictures.jpegWithGps(16, 16), MediaType.JPEG),
                new Sample(Pictures.cmykJpeg(16, 16), MediaType.JPEG),
                new Sample(Pictures.pngWithGps(6), MediaType.PNG),
                new Sample(Pictures.gifWithComment(8, 8), MediaType.GIF),
                new Sample(Pictures.webpWithGps(5), MediaType.WEBP))) {
            for (int at = 0; at < Math.min(1200, sample.bytes().length); at += DAMAGED_EVERY) {
                byte[] damaged = sample.bytes().clone();
                damaged[at] ^= (byte) 0x55;
                try {
                    render(damaged, sample.mediaType());
                } catch (UndecodableException e) {
                    assertThat(e).message().isNotBlank();
                }
            }
        }
    }

    @Test
    void writesJpegAlways() {
        assertThat(renderer().formats()).contains(RenditionFormat.JPEG).isEqualTo(renderer().formats());
    }

    @Test
    void rendersSeveralAtOnce() throws Exception {
        List<Future<Rendered>> results = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 1; i <= 8; i++) {
                byte[] bytes = Pictures.jpegOriented(i, 640, 480);
                results.add(threads.submit(() -> render(bytes, MediaType.JPEG)));
            }
        }
        for (Future<Rendered> result : results) {
            assertCorners(picture(result.get(), THUMBNAIL));
        }
    }
}
