package dev.albumen.rest.share;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.imageio.ImageIO;

/** A text as a QR code (ISO/IEC 18004), black on white with the quiet zone around it that readers want. */
final class QrCode {

    private static final int QUIET_MODULES = 4;

    /** One bit for each module. */
    private final BitMatrix modules;

    private QrCode(BitMatrix modules) {
        this.modules = modules;
    }

    /** @param text some hundred characters at most */
    static QrCode of(String text) {
        try {
            return new QrCode(new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(
                    EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M,
                    EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name(),
                    EncodeHintType.MARGIN, QUIET_MODULES)));
        } catch (WriterException e) {
            throw new IllegalStateException("this text is no QR code", e);
        }
    }

    /** @param pixels of each edge */
    byte[] svg(int pixels) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                int begin = x;
                while (x < modules.getWidth() && modules.get(x, y)) {
                    x++;
                }
                if (x > begin) {
                    path.append('M').append(begin).append(' ').append(y).append('h').append(x - begin).append("v1H").append(begin).append('z');
                }
            }
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%1$d" viewBox="0 0 %2$d %2$d" shape-rendering="crispEdges">\
                <path fill="#fff" d="M0 0h%2$dv%2$dH0z"/><path d="%3$s"/></svg>
                """.formatted(pixels, modules.getWidth(), path).getBytes(StandardCharsets.UTF_8);
    }

    /** Modules are of whole pixels; what is left of the edge is white. */
    byte[] png(int pixels) {
        BufferedImage picture = new BufferedImage(pixels, pixels, BufferedImage.TYPE_BYTE_BINARY);
        int size = Math.max(1, pixels / modules.getWidth());
        int margin = (pixels - size * modules.getWidth()) / 2;
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, pixels, pixels);
        pen.setColor(Color.BLACK);
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    pen.fillRect(margin + x * size, margin + y * size, size, size);
                }
            }
        }
        pen.dispose();
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(picture, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
