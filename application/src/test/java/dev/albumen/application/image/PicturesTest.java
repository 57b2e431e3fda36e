package dev.albumen.application.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {

    @Test
    void aSeedGivesTheSameBytesAndAnotherSeedOthers() {
        assertThat(Pictures.jpeg(32, 24, 7)).isEqualTo(Pictures.jpeg(32, 24, 7)).isNotEqualTo(Pictures.jpeg(32, 24, 8));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void anOrientedJpegLiesTurnedInTheFile(int orientation) throws IOException {
        BufferedImage stored = read(Pictures.jpegOriented(orientation));
        assertThat(stored.getWidth() > stored.getHeight()).isEqualTo(orientation <= 4);
    }

    @Test
    void otherKindsAreReadableToo() throws IOException {
        assertThat(read(Pictures.progressiveJpeg(30, 20)).getWidth()).isEqualTo(30);
        assertThat(read(Pictures.jpegWithGps(30, 20)).getWidth()).isEqualTo(30);
        assertThat(read(Pictures.png16(30, 20)).getSampleModel().getSampleSize(0)).isEqualTo(16);
        assertThat(read(Pictures.transparentPng(30, 20)).getColorModel().hasAlpha()).isTrue();
        assertThat(read(Pictures.palettePng(30, 20)).getColorModel().getPixelSize()).isEqualTo(2);
        assertThat(read(Pictures.pngWithGps(6)).getWidth()).isEqualTo(48);
        assertThat(read(Pictures.gifWithComment(30, 20)).getWidth()).isEqualTo(30);
        assertThat(read(Pictures.tiff(30, 20)).getWidth()).isEqualTo(30);
        assertThat(read(Pictures.displayP3Jpeg(30, 20, java.awt.Color.RED)).getWidth()).isEqualTo(30);
    }

    @Test
    void privateThingsAreInTheFile() {
        String bytes = new String(Pictures.jpegWithGps(30, 20), StandardCharsets.ISO_8859_1);
        assertThat(bytes).contains(Pictures.SECRET, Pictures.OWNER, Pictures.SERIAL_NUMBER, Pictures.LENS);
    }

    private static BufferedImage read(byte[] file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(file));
    }
}
