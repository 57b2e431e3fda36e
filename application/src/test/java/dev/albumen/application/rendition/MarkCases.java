package dev.albumen.application.rendition;

import static dev.albumen.application.rendition.Looks.assertColor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.albumen.application.image.Pictures;
import dev.albumen.application.rendition.Renderer.Rendered;
import dev.albumen.application.rendition.Renderer.UndecodableException;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.image.Watermark;
import dev.albumen.domain.rendition.Recipe;
import dev.albumen.domain.rendition.RenditionFormat;
import dev.albumen.domain.rendition.RenditionSize;
import dev.albumen.domain.shared.Sha256;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The part of {@link RendererContract} about marks that are burnt in: where they are, and what still shows through. */
abstract class MarkCases extends DerivingCases {

    private static final Recipe PREVIEW = Recipe.of(RenditionSize.PREVIEW, RenditionFormat.JPEG);
    private static final Recipe THUMBNAIL = Recipe.of(RenditionSize.THUMBNAIL, RenditionFormat.JPEG);

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
}
