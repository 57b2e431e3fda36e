package dev.albumen.application.rendition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.Pictures;
import dev.albumen.application.rendition.Renderer.Rendered;
import dev.albumen.application.rendition.Renderer.UndecodableException;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.rendition.Recipe;
import dev.albumen.domain.rendition.RenditionFormat;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;

/** What the cases of {@link RendererContract} have in common. */
abstract class RenderingCases {

    @TempDir
    protected Path folder;

    protected abstract Renderer renderer();

    protected final Rendered render(byte[] original, MediaType mediaType) throws IOException, UndecodableException {
        Path file = Files.write(Files.createTempFile(folder, "original", ""), original);
        return renderer().render(file, mediaType, Files.createTempDirectory(folder, "renditions"));
    }

    protected static BufferedImage picture(Rendered rendered, Recipe recipe) {
        return Looks.read(rendered.files().get(recipe));
    }

    static String bytes(Rendered rendered, Recipe recipe) throws IOException {
        return Files.readString(rendered.files().get(recipe), StandardCharsets.ISO_8859_1);
    }

    Path derive(Rendered rendered, Recipe from, Recipe recipe) throws IOException, UndecodableException {
        Path into = Files.createTempDirectory(folder, "derived");
        Path derived = renderer().derive(rendered.files().get(from), from.format().mediaType(), recipe, into);
        assertThat(derived).hasParent(into);
        return derived;
    }

    Path deriveOf(byte[] original, MediaType mediaType, Recipe recipe) throws IOException, UndecodableException {
        Path file = Files.write(Files.createTempFile(folder, "original", ""), original);
        Path into = Files.createTempDirectory(folder, "derived");
        Path derived = renderer().derive(file, mediaType, recipe, into);
        assertThat(derived).hasParent(into);
        assertThat(file).as("what it is made of").hasBinaryContent(original);
        return derived;
    }

    static void assertNoMetadata(Path file) throws IOException {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(
                "Exif", "EXIF", "eXIf", "http://ns.adobe.com", "Photoshop", Pictures.SECRET, Pictures.OWNER,
                Pictures.SERIAL_NUMBER, Pictures.MAKE);
    }

    static void assertSize(Rendered rendered, Recipe recipe, int width, int height) {
        assertSize(rendered.files().get(recipe), width, height);
    }

    static void assertSize(Path file, int width, int height) {
        BufferedImage picture = Looks.read(file);
        assertThat(picture.getWidth() + "×" + picture.getHeight()).isEqualTo(width + "×" + height);
    }

    static void assertFormat(Path file, RenditionFormat format) {
        assertThat(file).content(StandardCharsets.ISO_8859_1).matches(Pattern.compile(switch (format) {
            case JPEG -> "\\xFF\\xD8\\xFF.*";
            case WEBP -> "RIFF.{4}WEBP.*";
            case AVIF -> ".{4}ftypavif.*";
        }, Pattern.DOTALL));
    }

    /** In its extended form (VP8X), with the flag for alpha. */
    static void assertTransparentWebp(Path file) throws IOException {
        byte[] webp = Files.readAllBytes(file);
        assertThat(new String(webp, 12, 4, StandardCharsets.US_ASCII)).isEqualTo("VP8X");
        assertThat(webp[20] & 0x10).isEqualTo(0x10);
    }
}
