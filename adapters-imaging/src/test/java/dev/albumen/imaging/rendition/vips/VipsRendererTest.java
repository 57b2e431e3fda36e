package dev.albumen.imaging.rendition.vips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.icc.IccDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import dev.albumen.application.image.Pictures;
import dev.albumen.application.rendition.Renderer;
import dev.albumen.application.rendition.Renderer.Rendered;
import dev.albumen.application.rendition.Renderer.UndecodableException;
import dev.albumen.application.rendition.RendererContract;
import dev.albumen.domain.image.ImageLimits;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.rendition.Recipe;
import dev.albumen.domain.rendition.RenditionFormat;
import dev.albumen.domain.rendition.RenditionSize;
import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class VipsRendererTest extends RendererContract {

    private static final List<Color> COLORS = List.of(Color.RED, Color.GREEN, Color.BLUE);

    @Override
    protected Renderer renderer() {
        return new VipsRenderer(InstalledVips.orSkip(), ImageLimits.DEFAULT);
    }

    @Test
    void keepsAGifMovingWhereItIsLookedAt() throws Exception {
        byte[] gif = MovingGif.of(400, 300, COLORS);
        Rendered rendered = render(gif, MediaType.GIF);
        assertThat(rendered.files()).containsOnlyKeys(Recipe.madeAtOnce(renderer().formats(), false));
        assertThat(frames(rendered, RenditionSize.PREVIEW)).isEqualTo(3);
        assertThat(frames(rendered, RenditionSize.THUMBNAIL)).isZero();
        assertThat(frames(derived(gif, MediaType.GIF, RenditionSize.LARGE))).isEqualTo(3);
    }

    @Test
    void keepsAWebpMoving() throws Exception {
        byte[] webp = Files.readAllBytes(derived(MovingGif.of(1600, 200, COLORS), MediaType.GIF, RenditionSize.LARGE));
        Rendered again = render(webp, MediaType.WEBP);
        assertThat(frames(again, RenditionSize.PREVIEW)).isEqualTo(3);
        assertThat(frames(again, RenditionSize.THUMBNAIL)).isZero();
        assertThat(frames(derived(webp, MediaType.WEBP, RenditionSize.LARGE))).isEqualTo(3);
    }

    @Test
    void showsLongFilmsStill() throws Exception {
        byte[] film = MovingGif.of(3000, 3000, List.of(
                Color.RED, Color.GREEN, Color.BLUE, Color.RED, Color.GREEN, Color.BLUE, Color.RED, Color.GREEN,
                Color.BLUE, Color.RED, Color.GREEN, Color.BLUE, Color.RED));
        assertThat(frames(derived(film, MediaType.GIF, RenditionSize.LARGE))).isZero();
        assertThat(frames(render(film, MediaType.GIF), RenditionSize.PREVIEW)).isEqualTo(13);
    }

    @Test
    void countsThePixelsOfAllFrames() throws Exception {
        Renderer strict = new VipsRenderer(InstalledVips.orSkip(), new ImageLimits(1 << 20, 1000, 2999, 100));
        Path file = Files.write(folder.resolve("film"), MovingGif.of(40, 25, COLORS));
        assertThatThrownBy(() -> strict.render(file, MediaType.GIF, folder))
                .isInstanceOf(UndecodableException.class).hasMessageContaining("3 frames");
    }

    @Test
    void anotherReaderFindsNoMetadataInRenditions() throws Exception {
        for (Path file : render(Pictures.displayP3Jpeg(400, 300, Color.RED), MediaType.JPEG).files().values()) {
            var metadata = ImageMetadataReader.readMetadata(file.toFile());
            assertThat(metadata.getDirectoriesOfType(ExifDirectoryBase.class)).as("%s", file).isEmpty();
            assertThat(metadata.getDirectoriesOfType(XmpDirectory.class)).as("%s", file).isEmpty();
            assertThat(metadata.getDirectoriesOfType(IccDirectory.class)).as("%s", file).isEmpty();
        }
    }

    private Path derived(byte[] original, MediaType mediaType, RenditionSize size) throws Exception {
        Path file = Files.write(Files.createTempFile(folder, "original", ""), original);
        return renderer().derive(
                file, mediaType, Recipe.of(size, RenditionFormat.WEBP), Files.createTempDirectory(folder, "derived"));
    }

    private static int frames(Rendered rendered, RenditionSize size) throws Exception {
        return frames(rendered.files().get(Recipe.of(size, RenditionFormat.WEBP)));
    }

    /** By the chunks of a WebP; a picture that stands still has none for frames. */
    private static int frames(Path webp) throws Exception {
        return Files.readString(webp, StandardCharsets.ISO_8859_1).split("ANMF", -1).length - 1;
    }
}
