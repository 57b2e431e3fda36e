package dev.albumen.application.rendition;

import static dev.albumen.application.rendition.Looks.assertColor;
import static dev.albumen.application.rendition.Looks.assertCorners;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.albumen.application.image.Pictures;
import dev.albumen.application.rendition.Renderer.Rendered;
import dev.albumen.application.rendition.Renderer.UndecodableException;
import dev.albumen.domain.image.Appearance.Swatch;
import dev.albumen.domain.image.Appearance;
import dev.albumen.domain.image.DifferenceHash;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.image.Watermark;
import dev.albumen.domain.rendition.Recipe;
import dev.albumen.domain.rendition.RenditionFormat;
import dev.albumen.domain.rendition.RenditionSize;
import dev.albumen.domain.shared.Sha256;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link Renderer} must do. */
public abstract class RendererContract extends MovingCases {

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

    @ParameterizedTest
    @EnumSource
    void derivesSmallerRenditions(RenditionFormat format) throws Exception {
        assumeTrue(renderer().formats().contains(format), "not written by this engine: " + format);
        Rendered rendered = render(Pictures.jpegOriented(6, 640, 480), MediaType.JPEG);
        for (Recipe from : rendered.files().keySet()) {
            byte[] before = Files.readAllBytes(rendered.files().get(from));
            Path derived = derive(rendered, from, Recipe.of(RenditionSize.THUMBNAIL, format));
            assertFormat(derived, format);
            if (format != RenditionFormat.AVIF) {
                assertSize(derived, 320, 240);
                assertCorners(Looks.read(derived));
            }
            assertThat(rendered.files().get(from)).as("what it is made of").hasBinaryContent(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void derivesNothingLarger(RenditionFormat format) throws Exception {
        assumeTrue(renderer().formats().contains(format), "not written by this engine: " + format);
        Rendered rendered = render(Pictures.jpeg(100, 60), MediaType.JPEG);
        Path derived = derive(rendered, PREVIEW, Recipe.of(RenditionSize.LARGE, format));
        assertFormat(derived, format);
        if (format != RenditionFormat.AVIF) {
            assertSize(derived, 100, 60);
        }
    }

    @Test
    void keepsTransparencyInWhatItDerives() throws Exception {
        assumeTrue(renderer().formats().contains(RenditionFormat.WEBP), "not written by this engine: WebP");
        Rendered rendered = render(Pictures.transparentPng(640, 480), MediaType.PNG);
        assertTransparentWebp(derive(rendered, Recipe.SHOWS_ALL, Recipe.of(RenditionSize.THUMBNAIL, RenditionFormat.WEBP)));
        BufferedImage flat = Looks.read(derive(rendered, Recipe.SHOWS_ALL, THUMBNAIL));
        assertColor(Looks.at(flat, 0.75, 0.75), Color.WHITE, 3);
        assertColor(Looks.at(flat, 0.25, 0.25), Color.RED, 12);
    }

    @ParameterizedTest
    @EnumSource
    void derivesTheSameBytesAgain(RenditionFormat format) throws Exception {
        assumeTrue(renderer().formats().contains(format), "not written by this engine: " + format);
        Rendered rendered = render(Pictures.jpegWithGps(400, 300), MediaType.JPEG);
        Recipe recipe = Recipe.of(RenditionSize.THUMBNAIL, format);
        assertThat(derive(rendered, PREVIEW, recipe)).hasSameBinaryContentAs(derive(rendered, PREVIEW, recipe));
    }

    @ParameterizedTest
    @EnumSource
    void derivesOnlyWhatItWrites(RenditionFormat format) throws Exception {
        assumeFalse(renderer().formats().contains(format), "written by this engine: " + format);
        Rendered rendered = render(Pictures.jpeg(100, 60), MediaType.JPEG);
        assertThatThrownBy(() -> derive(rendered, PREVIEW, Recipe.of(RenditionSize.LARGE, format)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Timeout(60)
    void saysWhyNothingCanBeDerived() throws Exception {
        Path broken = Files.write(folder.resolve("broken"), Pictures.truncatedJpeg());
        assertThatThrownBy(() -> renderer().derive(broken, MediaType.JPEG, THUMBNAIL, folder))
                .isInstanceOf(UndecodableException.class)
                .message().isNotBlank();
    }

    @ParameterizedTest
    @EnumSource
    void derivesEverySizeOfAnOriginal(RenditionFormat format) throws Exception {
        assumeTrue(renderer().formats().contains(format), "not written by this engine: " + format);
        for (RenditionSize size : RenditionSize.values()) {
            Path derived = deriveOf(Pictures.jpeg(3000, 2000), MediaType.JPEG, Recipe.of(size, format));
            assertFormat(derived, format);
            if (format != RenditionFormat.AVIF) {
                assertSize(derived, size.longestEdge(), Math.round(size.longestEdge() * 2 / 3f));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void derivesOriginalsUpright(int orientation) throws Exception {
        Path derived = deriveOf(Pictures.jpegOriented(orientation, 640, 480), MediaType.JPEG, LARGE);
        assertSize(derived, 640, 480);
        assertCorners(Looks.read(derived));
    }

    @Test
    void derivesOriginalsInTheirColors() throws Exception {
        Path derived = deriveOf(Pictures.displayP3Jpeg(640, 480, new Color(200, 80, 40)), MediaType.JPEG, LARGE);
        assertColor(Looks.at(Looks.read(derived), 0.5, 0.5), new Color(215, 69, 17), 5);
        assertCorners(Looks.read(deriveOf(Pictures.cmykJpeg(640, 480), MediaType.JPEG, LARGE)));
        assertCorners(Looks.read(deriveOf(Pictures.png16(640, 480), MediaType.PNG, LARGE)));
    }

    @Test
    void derivesOriginalsWithTheirTransparency() throws Exception {
        assumeTrue(renderer().formats().contains(RenditionFormat.WEBP), "not written by this engine: WebP");
        Recipe webp = Recipe.of(RenditionSize.LARGE, RenditionFormat.WEBP);
        assertTransparentWebp(deriveOf(Pictures.transparentPng(640, 480), MediaType.PNG, webp));
        BufferedImage flat = Looks.read(deriveOf(Pictures.transparentPng(640, 480), MediaType.PNG, LARGE));
        assertColor(Looks.at(flat, 0.75, 0.75), Color.WHITE, 3);
    }

    @ParameterizedTest
    @EnumSource
    void derivesOriginalsWithoutTheirMetadata(RenditionFormat format) throws Exception {
        assumeTrue(renderer().formats().contains(format), "not written by this engine: " + format);
        Recipe recipe = Recipe.of(RenditionSize.LARGE, format);
        for (Path derived : List.of(
                deriveOf(Pictures.jpegOrientedWithGps(6), MediaType.JPEG, recipe),
                deriveOf(Pictures.pngWithGps(6), MediaType.PNG, recipe),
                deriveOf(Pictures.webpWithGps(6), MediaType.WEBP, recipe))) {
            assertNoMetadata(derived);
        }
    }

    @ParameterizedTest
    @MethodSource("undecodableFiles")
    @Timeout(20)
    void saysWhyAnOriginalCannotBeDerived(byte[] bytes, MediaType mediaType) {
        assertThatThrownBy(() -> deriveOf(bytes, mediaType, LARGE))
                .isInstanceOf(UndecodableException.class)
                .message().isNotBlank();
    }

    @ParameterizedTest
    @EnumSource
    void burnsAMarkWhereItBelongsAndNowhereElse(Watermark.Place place) throws Exception {
        Rendered rendered = render(Pictures.jpeg(900, 600), MediaType.JPEG);
        BufferedImage clean = picture(rendered, PREVIEW);
        BufferedImage marked = Looks.read(derive(rendered, PREVIEW, PREVIEW.marked(new Watermark("MINE", place, 1, 0.1))));
        assertNinths(place, clean, marked);
    }

    @Test
    void marksAreSeenOnBlackAndOnWhite() throws Exception {
        for (int ground : List.of(0, 128, 255)) {
            Rendered rendered = render(Pictures.grayPicture(600, 400, ground, "png"), MediaType.PNG);
            Path marked = derive(rendered, PREVIEW, PREVIEW.marked(new Watermark("MINE", Watermark.Place.CENTER, 1, 0.2)));
            assertThat(changed(picture(rendered, PREVIEW), Looks.read(marked), 200, 133)).isGreaterThan(500);
        }
    }

    @Test
    void marksLetThePictureThroughAsTheyAreTold() throws Exception {
        Rendered rendered = render(Pictures.grayPicture(600, 400, 0, "png"), MediaType.PNG);
        Map<Double, Integer> brightest = new HashMap<>();
        for (double opacity : List.of(0.25, 0.5, 1.0)) {
            Watermark mark = new Watermark("MINE", Watermark.Place.CENTER, opacity, 0.3);
            brightest.put(opacity, brightest(Looks.read(derive(rendered, PREVIEW, PREVIEW.marked(mark)))));
        }
        assertThat(brightest.get(0.25)).isBetween(50, 85);
        assertThat(brightest.get(0.5)).isBetween(110, 155);
        assertThat(brightest.get(1.0)).isGreaterThan(245);
    }

    @Test
    void marksKeepTransparency() throws Exception {
        assumeTrue(renderer().formats().contains(RenditionFormat.WEBP), "not written by this engine: WebP");
        Rendered rendered = render(Pictures.transparentPng(640, 480), MediaType.PNG);
        Watermark mark = new Watermark("MINE", Watermark.Place.TOP_LEFT, 1, 0.1);
        assertTransparentWebp(derive(rendered, Recipe.SHOWS_ALL, Recipe.SHOWS_ALL.marked(mark)));
    }

    @Test
    void burnsTheSameMarkAgainIntoTheSameBytes() throws Exception {
        Rendered rendered = render(Pictures.jpegWithGps(400, 300), MediaType.JPEG);
        Recipe recipe = PREVIEW.marked(new Watermark("© Ада Ω", Watermark.Place.TILED, 0.4, 0.06));
        assertThat(derive(rendered, PREVIEW, recipe)).hasSameBinaryContentAs(derive(rendered, PREVIEW, recipe));
    }

    @Test
    void fitsLongMarksIntoSmallPictures() throws Exception {
        Rendered rendered = render(Pictures.jpeg(90, 60), MediaType.JPEG);
        Watermark mark = new Watermark("W".repeat(Watermark.MAX_TEXT), Watermark.Place.CENTER, 1, 0.5);
        assertSize(derive(rendered, PREVIEW, PREVIEW.marked(mark)), 90, 60);
    }

    /** A logo of four quarters, of which the last is transparent, on gray. */
    @ParameterizedTest
    @EnumSource
    void burnsALogoWhereItBelongsAndNowhereElse(Watermark.Place place) throws Exception {
        Rendered rendered = render(Pictures.grayPicture(900, 600, 128, "png"), MediaType.PNG);
        BufferedImage marked = Looks.read(deriveWithLogo(rendered, PREVIEW, Pictures.transparentPng(80, 60), place, 1));
        assertNinths(place, picture(rendered, PREVIEW), marked);
        if (place != Watermark.Place.TILED) {
            int width = 150;
            int height = 113;
            int left = 18 + place.ordinal() % 3 * (900 - 36 - width) / 2;
            int top = 18 + place.ordinal() / 3 * (600 - 36 - height) / 2;
            for (int quarter = 0; quarter < 4; quarter++) {
                Color seen = new Color(marked.getRGB(left + width * (1 + quarter % 2 * 2) / 4, top + height * (1 + quarter / 2 * 2) / 4));
                assertColor(seen, quarter < 3 ? Pictures.corners().get(quarter) : new Color(128, 128, 128), 16);
            }
        }
    }

    @Test
    void logosLetThePictureThroughAsTheyAreTold() throws Exception {
        Rendered rendered = render(Pictures.grayPicture(600, 400, 0, "png"), MediaType.PNG);
        byte[] white = Pictures.grayPicture(300, 300, 255, "png");
        for (double opacity : List.of(0.25, 0.5, 1.0)) {
            BufferedImage marked = Looks.read(deriveWithLogo(rendered, PREVIEW, white, Watermark.Place.CENTER, opacity));
            int level = (int) (255 * opacity);
            assertColor(Looks.at(marked, 0.5, 0.5), new Color(level, level, level), 4);
            assertColor(Looks.at(marked, 0.3, 0.5), Color.BLACK, 4);
        }
    }

    static Stream<Arguments> logos() {
        return Stream.of(
                Arguments.of(Named.of("16-bit", Pictures.png16(640, 480))),
                Arguments.of(Named.of("of a palette", Pictures.palettePng(64, 48))),
                Arguments.of(Named.of("turned", Pictures.pngWithGps(6))),
                Arguments.of(Named.of("of four megapixels", Pictures.png(2000, 2000))),
                Arguments.of(Named.of("of one pixel", Pictures.png(1, 1))),
                Arguments.of(Named.of("thin", Pictures.png(1000, 1))));
    }

    @ParameterizedTest
    @MethodSource("logos")
    void burnsLogosOfEveryKind(byte[] logo) throws Exception {
        Rendered rendered = render(Pictures.jpeg(300, 200), MediaType.JPEG);
        for (Recipe recipe : List.of(PREVIEW, THUMBNAIL)) {
            assertSize(deriveWithLogo(rendered, recipe, logo, Watermark.Place.TILED, 0.5), 300, 200);
        }
        assertThat(deriveWithLogo(rendered, PREVIEW, logo, Watermark.Place.TOP, 0.5))
                .hasSameBinaryContentAs(deriveWithLogo(rendered, PREVIEW, logo, Watermark.Place.TOP, 0.5));
    }

    @Test
    @Timeout(60)
    void saysWhyALogoCannotBeBurnt() throws Exception {
        Rendered rendered = render(Pictures.jpeg(300, 200), MediaType.JPEG);
        for (byte[] logo : List.of(Pictures.truncatedPng(), Pictures.pngClaiming(1000, 1000), Pictures.svg(), new byte[0])) {
            assertThatThrownBy(() -> deriveWithLogo(rendered, PREVIEW, logo, Watermark.Place.TOP, 1))
                    .isInstanceOf(UndecodableException.class).message().isNotBlank();
        }
    }

    private Path deriveWithLogo(Rendered rendered, Recipe recipe, byte[] png, Watermark.Place place, double opacity)
            throws IOException, UndecodableException {
        Watermark.Motif.Logo logo = new Watermark.Motif.Logo(Sha256.of("logo"));
        Path into = Files.createTempDirectory(folder, "derived");
        Files.write(into.resolve(logo.fileName()), png);
        return renderer().derive(rendered.files().get(PREVIEW), PREVIEW.format().mediaType(),
                recipe.marked(new Watermark(logo, place, opacity, Watermark.DEFAULT_LOGO_SIZE)), into);
    }

    private static void assertNinths(Watermark.Place place, BufferedImage clean, BufferedImage marked) {
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                int changed = changed(clean, marked, column * 300, row * 200);
                boolean here = place == Watermark.Place.TILED || place.ordinal() == row * 3 + column;
                assertThat(changed).as(place + ": pixels changed in row " + row + ", column " + column)
                        .matches(count -> here ? count > 1000 : count < 20, here ? "many" : "none to speak of");
            }
        }
    }

    /** By more than compression does, in the ninth of the picture that begins there. */
    private static int changed(BufferedImage clean, BufferedImage marked, int left, int top) {
        int changed = 0;
        for (int y = top; y < top + clean.getHeight() / 3; y++) {
            for (int x = left; x < left + clean.getWidth() / 3; x++) {
                if (Math.abs((clean.getRGB(x, y) >> 8 & 0xFF) - (marked.getRGB(x, y) >> 8 & 0xFF)) > 48) {
                    changed++;
                }
            }
        }
        return changed;
    }

    private static int brightest(BufferedImage picture) {
        int[] middle = picture.getRGB(0, picture.getHeight() / 2, picture.getWidth(), 1, null, 0, picture.getWidth());
        return IntStream.of(middle).map(pixel -> pixel >> 8 & 0xFF).max().orElseThrow();
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

    @Override
    protected final Rendered render(byte[] original, MediaType mediaType) throws IOException, UndecodableException {
        Path file = Files.write(Files.createTempFile(folder, "original", ""), original);
        return renderer().render(file, mediaType, Files.createTempDirectory(folder, "renditions"));
    }

    protected static BufferedImage picture(Rendered rendered, Recipe recipe) {
        return Looks.read(rendered.files().get(recipe));
    }

    private static String bytes(Rendered rendered, Recipe recipe) throws IOException {
        return Files.readString(rendered.files().get(recipe), StandardCharsets.ISO_8859_1);
    }

    private Path derive(Rendered rendered, Recipe from, Recipe recipe) throws IOException, UndecodableException {
        Path into = Files.createTempDirectory(folder, "derived");
        Path derived = renderer().derive(rendered.files().get(from), from.format().mediaType(), recipe, into);
        assertThat(derived).hasParent(into);
        return derived;
    }

    private Path deriveOf(byte[] original, MediaType mediaType, Recipe recipe) throws IOException, UndecodableException {
        Path file = Files.write(Files.createTempFile(folder, "original", ""), original);
        Path into = Files.createTempDirectory(folder, "derived");
        Path derived = renderer().derive(file, mediaType, recipe, into);
        assertThat(derived).hasParent(into);
        assertThat(file).as("what it is made of").hasBinaryContent(original);
        return derived;
    }

    private static void assertNoMetadata(Path file) throws IOException {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(
                "Exif", "EXIF", "eXIf", "http://ns.adobe.com", "Photoshop", Pictures.SECRET, Pictures.OWNER,
                Pictures.SERIAL_NUMBER, Pictures.MAKE);
    }

    private static void assertSize(Rendered rendered, Recipe recipe, int width, int height) {
        assertSize(rendered.files().get(recipe), width, height);
    }

    private static void assertSize(Path file, int width, int height) {
        BufferedImage picture = Looks.read(file);
        assertThat(picture.getWidth() + "×" + picture.getHeight()).isEqualTo(width + "×" + height);
    }

    private static void assertFormat(Path file, RenditionFormat format) {
        assertThat(file).content(StandardCharsets.ISO_8859_1).matches(Pattern.compile(switch (format) {
            case JPEG -> "\\xFF\\xD8\\xFF.*";
            case WEBP -> "RIFF.{4}WEBP.*";
            case AVIF -> ".{4}ftypavif.*";
        }, Pattern.DOTALL));
    }

    /** In its extended form (VP8X), with the flag for alpha. */
    private static void assertTransparentWebp(Path file) throws IOException {
        byte[] webp = Files.readAllBytes(file);
        assertThat(new String(webp, 12, 4, StandardCharsets.US_ASCII)).isEqualTo("VP8X");
        assertThat(webp[20] & 0x10).isEqualTo(0x10);
    }
}
