package dev.albumen.rest.share;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrCodeTest {

    private static final String ADDRESS = "https://photos.example.org/s/" + "Ab3_".repeat(10) + "x-9";
    /** Straight and sharp, as it was made. */
    private static final Map<DecodeHintType, Boolean> PURE = Map.of(DecodeHintType.PURE_BARCODE, true);
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1H(\\d+)z");

    @ParameterizedTest
    @ValueSource(ints = {128, 129, 512, 2048})
    void isReadFromAPngOfAnySize(int pixels) throws IOException, ReaderException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(QrCode.of(ADDRESS).png(pixels)));

        assertThat(picture.getWidth()).isEqualTo(pixels);
        assertThat(picture.getHeight()).isEqualTo(pixels);
        assertThat(read(picture)).isEqualTo(ADDRESS);
    }

    @Test
    void isReadFromAnSvg() throws ReaderException {
        String svg = new String(QrCode.of(ADDRESS).svg(300), StandardCharsets.UTF_8);

        assertThat(svg).startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"300\" height=\"300\"").doesNotContain("script", "href");
        assertThat(read(painted(svg))).isEqualTo(ADDRESS);
    }

    /** The runs of the path, each module of eight pixels. */
    private static BufferedImage painted(String svg) {
        BufferedImage picture = new BufferedImage(640, 640, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 640 * 640; i++) {
            picture.setRGB(i % 640, i / 640, 0xffffff);
        }
        for (MatchResult run : RUN.matcher(svg).results().toList()) {
            int x = Integer.parseInt(run.group(1));
            int y = Integer.parseInt(run.group(2));
            assertThat(run.group(4)).isEqualTo(run.group(1));
            for (int px = 0; px < 8 * Integer.parseInt(run.group(3)); px++) {
                for (int py = 0; py < 8; py++) {
                    picture.setRGB(8 * x + px, 8 * y + py, 0);
                }
            }
        }
        return picture;
    }

    private static String read(BufferedImage picture) throws ReaderException {
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(
                new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels))), PURE).getText();
    }
}
