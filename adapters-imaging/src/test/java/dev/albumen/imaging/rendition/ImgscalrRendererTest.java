package dev.albumen.imaging.rendition;

import static dev.albumen.application.rendition.Looks.assertColor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.icc.IccDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import dev.albumen.application.image.Pictures;
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
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
        return new ImgscalrRenderer(ImageLimits.DEFAULT);
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
        Looks.assertCorners(Looks.read(rendered.files().get(Recipe.of(RenditionSize.LARGE, RenditionFormat.JPEG))));
    }

    @Test
    void givesUpWhenTimeIsOver() throws Exception {
        Renderer hurried = new ImgscalrRenderer(ImageLimits.DEFAULT, Duration.ZERO);
        Path file = Files.write(folder.resolve("slow"), Pictures.png(2000, 2000));
        Path into = Files.createDirectory(folder.resolve("into"));
        assertThatThrownBy(() -> hurried.render(file, MediaType.PNG, into))
                .isInstanceOf(UndecodableException.class).hasMessageContaining("longer than");
    }
}
