package dev.albumen.imaging.rendition;

import dev.albumen.application.rendition.Renderer.UndecodableException;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * Any decoded picture as RGB or ARGB of 8 bits a channel, its numbers kept as they are: Java's own conversions take
 * gray for linear light, which would brighten it.
 */
final class EightBit {

    private EightBit() {}

    static BufferedImage of(BufferedImage image) throws UndecodableException {
        ColorModel model = image.getColorModel();
        int dataType = image.getRaster().getDataBuffer().getDataType();
        return switch (image.getType()) {
            case BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_3BYTE_BGR,
                    BufferedImage.TYPE_4BYTE_ABGR -> image;
            default -> {
                if (model instanceof IndexColorModel) {
                    yield drawn(image);
                }
                if (dataType != DataBuffer.TYPE_BYTE && dataType != DataBuffer.TYPE_USHORT) {
                    throw new UndecodableException("Pictures with more than 16 bits a channel are not supported.");
                }
                int family = model.getColorSpace().getType();
                yield family == ColorSpace.TYPE_RGB || family == ColorSpace.TYPE_GRAY
                        ? reduced(image)
                        : new ColorConvertOp(null).filter(image, blank(image));
            }
        };
    }

    private static BufferedImage drawn(BufferedImage image) {
        BufferedImage drawn = blank(image);
        Graphics2D graphics = drawn.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return drawn;
    }

    private static BufferedImage reduced(BufferedImage image) {
        if (image.isAlphaPremultiplied()) {
            image.coerceData(false);
        }
        BufferedImage reduced = blank(image);
        Raster from = image.getRaster();
        int bands = from.getNumBands();
        int width = image.getWidth();
        int max = (1 << from.getSampleModel().getSampleSize(0)) - 1;
        int colors = bands < 3 ? 1 : 3;
        boolean alpha = image.getColorModel().hasAlpha();
        int[] samples = new int[width * bands];
        int[] pixels = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            from.getPixels(0, y, width, 1, samples);
            for (int x = 0; x < width; x++) {
                int at = x * bands;
                int red = eightBits(samples[at], max);
                int green = colors == 1 ? red : eightBits(samples[at + 1], max);
                int blue = colors == 1 ? red : eightBits(samples[at + 2], max);
                int opacity = alpha ? eightBits(samples[at + colors], max) : 0xFF;
                pixels[x] = opacity << 24 | red << 16 | green << 8 | blue;
            }
            reduced.getRaster().setDataElements(0, y, width, 1, pixels);
        }
        return reduced;
    }

    private static int eightBits(int sample, int max) {
        return max == 255 ? sample : (int) (((long) sample * 255 + max / 2) / max);
    }

    private static BufferedImage blank(BufferedImage image) {
        return new BufferedImage(image.getWidth(), image.getHeight(),
                image.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    }
}
