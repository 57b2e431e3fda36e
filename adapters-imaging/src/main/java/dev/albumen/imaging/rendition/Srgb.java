package dev.albumen.imaging.rendition;

import java.awt.color.CMMException;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/** Takes a picture's numbers for colours of an embedded profile and turns them into sRGB. */
final class Srgb {

    private Srgb() {}

    /** The picture in sRGB, with its alpha as it was. */
    static BufferedImage from(BufferedImage image, ICC_Profile profile) {
        int width = image.getWidth();
        int height = image.getHeight();
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 3, null);
        byte[] bytes = ((DataBufferByte) raster.getDataBuffer()).getData();
        int[] row = new int[width];
        for (int y = 0, at = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                bytes[at++] = (byte) (row[x] >> 16);
                bytes[at++] = (byte) (row[x] >> 8);
                bytes[at++] = (byte) row[x];
            }
        }
        ComponentColorModel model = new ComponentColorModel(
                new ICC_ColorSpace(profile), false, false, ComponentColorModel.OPAQUE, DataBuffer.TYPE_BYTE);
        BufferedImage source = new BufferedImage(model, raster, false, null);
        BufferedImage converted = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        try {
            new ColorConvertOp(null).filter(source, converted);
        } catch (CMMException | IllegalArgumentException e) {
            // a profile that cannot be used is no reason to refuse the picture
            return image;
        }
        return image.getColorModel().hasAlpha() ? withAlphaOf(image, converted) : converted;
    }

    private static BufferedImage withAlphaOf(BufferedImage image, BufferedImage colors) {
        int width = image.getWidth();
        BufferedImage joined = new BufferedImage(width, image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        int[] alpha = new int[width];
        int[] rgb = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, alpha, 0, width);
            colors.getRGB(0, y, width, 1, rgb, 0, width);
            for (int x = 0; x < width; x++) {
                rgb[x] = alpha[x] & 0xFF000000 | rgb[x] & 0xFFFFFF;
            }
            joined.setRGB(0, y, width, 1, rgb, 0, width);
        }
        return joined;
    }
}
