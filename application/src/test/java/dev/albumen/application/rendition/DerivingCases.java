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
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.rendition.Recipe;
import dev.albumen.domain.rendition.RenditionFormat;
import dev.albumen.domain.rendition.RenditionSize;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The part of {@link RendererContract} about renditions that are made when they are asked for. */
abstract class DerivingCases extends MovingCases {

    private static final Recipe LARGE = Recipe.of(RenditionSize.LARGE, RenditionFormat.JPEG);
    private static final Recipe PREVIEW = Recipe.of(RenditionSize.PREVIEW, RenditionFormat.JPEG);
    private static final Recipe THUMBNAIL = Recipe.of(RenditionSize.THUMBNAIL, RenditionFormat.JPEG);

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
    @Timeout(120)
    void saysWhyAnOriginalCannotBeDerived(byte[] bytes, MediaType mediaType) {
        assertThatThrownBy(() -> deriveOf(bytes, mediaType, LARGE))
                .isInstanceOf(UndecodableException.class)
                .message().isNotBlank();
    }
}
