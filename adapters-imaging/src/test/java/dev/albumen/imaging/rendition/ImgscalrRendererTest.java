package dev.albumen.imaging.rendition;

import static dev.albumen.application.rendition.Looks.assertColor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.icc.IccDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import dev.albumen.application.image.HandmadeGif;
import dev.albumen.application.image.MovingPictures;
import dev.albumen.application.image.Pictures;
import dev.albumen.application.rendition.Footage;
import dev.albumen.application.rendition.Looks;
import dev.albumen.application.rendition.Renderer;
import dev.albumen.application.rendition.Renderer.Rendered;
import dev.albumen.application.rendition.Renderer.UndecodableException;
import dev.albumen.application.rendition.RendererContract;
import dev.albumen.domain.image.ImageLimits;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.rendition.Recipe;
import dev.albumen.domain.rendition.RenditionFormat;
import dev.albumen.domain.rendition.RenditionSize;
import dev.albumen.imaging.rendition.vips.InstalledVips;
import dev.albumen.imaging.rendition.vips.VipsRenderer;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImgscalrRendererTest extends RendererContract {

    @Override
    protected Renderer renderer() {
        return PatientEngine.renderer(ImageLimits.DEFAULT);
    }

    @Test
    void metadataExtractorFindsNothingPrivateInRenditions() throws Exception {
        for (Path file : render(Pictures.jpegWithGps(400, 300), MediaType.JPEG).files().values()) {
            var metadata = ImageMetadataReader.readMetadata(file.toFile());
            assertThat(metadata.getDirectoriesOfType(ExifDirectoryBase.class)).isEmpty();
            assertThat(metadata.getDirectoriesOfType(GpsDirectory.class)).isEmpty();
            assertThat(metadata.getDirectoriesOfType(XmpDirectory.class)).isEmpty();
            assertThat(metadata.getDirectoriesOfType(IccDirectory.class)).isEmpty();
        }
    }

    @Test
    void keepsTransparencyThroughWebpAndBack() throws Exception {
        Rendered rendered = render(Pictures.transparentPng(640, 480), MediaType.PNG);
        BufferedImage webp = Looks.read(rendered.files().get(Recipe.of(RenditionSize.PREVIEW, RenditionFormat.WEBP)));
        assertThat(webp.getRGB(480, 360) >>> 24).isZero();
        assertThat(webp.getRGB(160, 120) >>> 24).isEqualTo(0xFF);
        assertColor(new Color(webp.getRGB(160, 120)), Color.RED, 12);
    }

    @Test
    void rendersTiff() throws Exception {
        Rendered rendered = render(Pictures.tiff(640, 480), MediaType.TIFF);
        assertThat(Looks.read(rendered.files().get(Recipe.of(RenditionSize.THUMBNAIL, RenditionFormat.JPEG))).getHeight())
                .isEqualTo(240);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LZW", "Deflate", "PackBits", "JPEG"})
    void rendersTiffHoweverCompressed(String compression) throws Exception {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionType(compression);
        Path file = folder.resolve("picture.tif");
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(Pictures.jpegOriented(1, 640, 480)));
        try (FileImageOutputStream out = new FileImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), param);
        }
        Rendered rendered = render(Files.readAllBytes(file), MediaType.TIFF);
        Looks.assertCorners(Looks.read(rendered.files().get(Recipe.of(RenditionSize.PREVIEW, RenditionFormat.JPEG))));
    }

    @Test
    void drawsAGifsFirstFrameOnItsScreen() throws Exception {
        byte[] gif = Pictures.gif(100, 80);
        gif[6] = (byte) 200;
        gif[8] = (byte) 160;
        Rendered rendered = render(gif, MediaType.GIF);
        BufferedImage picture = Looks.read(rendered.files().get(Recipe.of(RenditionSize.PREVIEW, RenditionFormat.JPEG)));
        assertThat(picture.getWidth()).isEqualTo(200);
        assertColor(Looks.at(picture, 0.1, 0.1), Pictures.corners().getFirst(), 12);
        assertColor(Looks.at(picture, 0.9, 0.9), Color.WHITE, 3);
    }

    @Test
    void subsamplesWhatIsFarLargerThanItsRenditions() throws Exception {
        Rendered rendered = render(Pictures.palettePng(12_000, 9_000), MediaType.PNG);
        Looks.assertCorners(Looks.read(rendered.files().get(Recipe.of(RenditionSize.PREVIEW, RenditionFormat.JPEG))));
    }

    @Test
    void givesUpWhenTimeIsOver() throws Exception {
        Renderer hurried = new ImgscalrRenderer(ImageLimits.DEFAULT, Duration.ZERO);
        Path file = Files.write(folder.resolve("slow"), Pictures.png(2000, 2000));
        Path into = Files.createDirectory(folder.resolve("into"));
        assertThatThrownBy(() -> hurried.render(file, MediaType.PNG, into))
                .isInstanceOf(UndecodableException.class).hasMessageContaining("longer than");
    }

    @Test
    void writesFilmsThatLibwebpReads() throws Exception {
        Renderer other = new VipsRenderer(InstalledVips.orSkip(), ImageLimits.DEFAULT);
        byte[] gif = new HandmadeGif(240, 160).repeated(6)
                .frame(new Rectangle(20, 20, 200, 120), HandmadeGif.RED, 5, HandmadeGif.TO_BACKGROUND)
                .frame(new Rectangle(41, 41, 80, 60), HandmadeGif.GREEN, 6, HandmadeGif.KEEP)
                .frame(new Rectangle(240, 160), HandmadeGif.BLUE, 7, HandmadeGif.KEEP)
                .bytes();
        Recipe moving = Recipe.of(RenditionSize.PREVIEW, RenditionFormat.WEBP);
        Path film = render(gif, MediaType.GIF).files().get(moving);
        Path again = Files.createDirectory(folder.resolve("again"));
        Footage footage = Footage.read(other.render(film, MediaType.WEBP, again).files().get(moving));
        assertThat(footage.shots()).extracting(Footage.Shot::millis).containsExactly(50, 60, 70);
        assertThat(footage.plays()).isEqualTo(7);
        BufferedImage second = footage.shots().get(1).screen();
        assertColor(new Color(second.getRGB(80, 70)), Color.GREEN, 40);
        assertThat(second.getRGB(200, 130) >>> 24).isZero();
        assertColor(Looks.at(footage.shots().get(2).screen(), 0.5, 0.5), Color.BLUE, 40);
    }

    @Test
    void showsAFilmStillWhenItsTimeIsOver() throws Exception {
        Renderer hurried = new ImgscalrRenderer(ImageLimits.DEFAULT, Duration.ofMinutes(5), Duration.ZERO);
        assertStill(hurried, MovingPictures.gif(64, 48, 3), MediaType.GIF);
    }

    @Test
    void showsAFilmStillThatIsTooLong() throws Exception {
        // 56 frames of 1440×1000 are 80.6 megapixels
        byte[] film = new HandmadeGif(1440, 1000).frame(new Rectangle(9, 9), 0, 5, 1).bytes();
        byte[] frame = Arrays.copyOfRange(film, 25, film.length - 1);
        ByteArrayOutputStream long56 = new ByteArrayOutputStream();
        long56.write(film, 0, 25);
        IntStream.range(0, 56).forEach(number -> long56.writeBytes(frame));
        long56.write(0x3B);
        assertStill(renderer(), long56.toByteArray(), MediaType.GIF);
    }

    @Test
    void showsAFilmStillThatHasABrokenFrame() throws Exception {
        byte[] junk = Pictures.webp().clone();
        Arrays.fill(junk, 40, junk.length, (byte) 0xFF);
        junk[23] = 0;
        byte[] film = MovingPictures.webp(80, 60, 0, List.of(
                new MovingPictures.Frame(0, 0, Pictures.WEBP_WIDTH, Pictures.WEBP_HEIGHT, Pictures.webp(), 50, true, false),
                new MovingPictures.Frame(0, 0, Pictures.WEBP_WIDTH, Pictures.WEBP_HEIGHT, junk, 50, true, false)));
        assertStill(renderer(), film, MediaType.WEBP);
    }

    @Test
    void refusesAFirstFrameThatIsNotOfItsSize() {
        byte[] film = MovingPictures.webp(80, 60, 0, List.of(
                new MovingPictures.Frame(0, 0, 80, 60, Pictures.webp(), 50, true, false)));
        assertThatThrownBy(() -> render(film, MediaType.WEBP))
                .isInstanceOf(UndecodableException.class).hasMessageContaining("size that it claims");
    }

    @Test
    void refusesAFirstFrameOutsideOfItsScreen() {
        byte[] film = MovingPictures.webp(40, 40, 0, List.of(new MovingPictures.Frame(
                2, 0, Pictures.WEBP_WIDTH, Pictures.WEBP_HEIGHT, Pictures.webp(), 50, true, false)));
        assertThatThrownBy(() -> render(film, MediaType.WEBP))
                .isInstanceOf(UndecodableException.class).hasMessageContaining("outside of its screen");
    }

    /** With every rendition, and nothing else left in the folder. */
    private void assertStill(Renderer renderer, byte[] film, MediaType mediaType) throws Exception {
        Path file = Files.write(folder.resolve("film"), film);
        Path into = Files.createDirectory(folder.resolve("stills"));
        Rendered rendered = renderer.render(file, mediaType, into);
        assertThat(into).isDirectoryNotContaining(left -> !rendered.files().containsValue(left));
        assertThat(rendered.files()).containsKeys(
                Recipe.of(RenditionSize.THUMBNAIL, RenditionFormat.WEBP), Recipe.of(RenditionSize.PREVIEW, RenditionFormat.JPEG));
        assertThat(rendered.files().values()).allSatisfy(
                still -> assertThat(still).content(StandardCharsets.ISO_8859_1).doesNotContain("ANMF"));
        Path derived = renderer.derive(file, mediaType, Recipe.SHOWS_ALL, Files.createDirectory(folder.resolve("derived")));
        assertThat(derived).content(StandardCharsets.ISO_8859_1).startsWith("RIFF").doesNotContain("ANMF");
    }
}
