package dev.albumen.application.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Draws what the fixtures show. */
final class Canvas {

    /** Top left, top right, bottom left, bottom right. */
    static final List<Color> CORNERS = List.of(Color.RED, new Color(0, 160, 0), Color.BLUE, Color.YELLOW);

    private Canvas() {}

    /** A soft gradient with fine noise, different for each seed: compresses about as a photograph does. */
    static BufferedImage photo(int width, int height, long seed) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        SplittableRandom random = new SplittableRandom(seed);
        int base = random.nextInt(64);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int noise = random.nextInt(24);
                int red = base + x * 160 / width + noise;
                int green = base + y * 160 / height + noise;
                int blue = 200 - x * 80 / width - y * 80 / height + noise;
                pixels[y * width + x] = red << 16 | green << 8 | blue;
            }
        }
        return image;
    }

    /** Soft spots of light at places that only the seed decides. */
    static BufferedImage scene(int width, int height, long seed, int brighter) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] spots = new double[24][];
        for (int i = 0; i < spots.length; i++) {
            spots[i] = new double[] {random.nextDouble(), random.nextDouble(), 0.05 + 0.15 * random.nextDouble(), random.nextInt(-70, 71)};
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double light = 110 + brighter;
                for (double[] spot : spots) {
                    double across = ((double) x / width - spot[0]) / spot[2];
                    double down = ((double) y / height - spot[1]) / spot[2];
                    light += spot[3] * Math.exp(-across * across - down * down);
                }
                int level = (int) Math.clamp(light, 0, 255);
                image.setRGB(x, y, new Color(level, Math.min(255, level + 20), 255 - level).getRGB());
            }
        }
        return image;
    }

    /** Four quarters in {@link #CORNERS}; with {@code alpha}, the last one is wholly transparent. */
    static BufferedImage corners(int width, int height, boolean alpha) {
        return quartered(new BufferedImage(
                width, height, alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB), alpha ? 3 : 4);
    }

    private static BufferedImage quartered(BufferedImage image, int quarters) {
        int width = image.getWidth();
        int height = image.getHeight();
        Graphics2D graphics = image.createGraphics();
        for (int i = 0; i < quarters; i++) {
            graphics.setColor(CORNERS.get(i));
            int x = i % 2 * (width / 2);
            int y = i / 2 * (height / 2);
            graphics.fillRect(x, y, width - width / 2, height - height / 2);
        }
        graphics.dispose();
        return image;
    }

    /** The pixels as they lie in a file whose EXIF orientation makes {@code upright} of them (EXIF 2.32, tag 0x0112). */
    static BufferedImage stored(BufferedImage upright, int orientation) {
        boolean turned = orientation > 4;
        int width = turned ? upright.getHeight() : upright.getWidth();
        int height = turned ? upright.getWidth() : upright.getHeight();
        BufferedImage stored = new BufferedImage(width, height, upright.getType());
        int right = upright.getWidth() - 1;
        int bottom = upright.getHeight() - 1;
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int rgb = switch (orientation) {
                    case 2 -> upright.getRGB(right - column, row);
                    case 3 -> upright.getRGB(right - column, bottom - row);
                    case 4 -> upright.getRGB(column, bottom - row);
                    case 5 -> upright.getRGB(row, column);
                    case 6 -> upright.getRGB(right - row, column);
                    case 7 -> upright.getRGB(right - row, bottom - column);
                    case 8 -> upright.getRGB(row, bottom - column);
                    default -> upright.getRGB(column, row);
                };
                stored.setRGB(column, row, rgb);
            }
        }
        return stored;
    }

    static BufferedImage filled(int width, int height, Color color) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(color);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return image;
    }

    static BufferedImage gray(BufferedImage image) {
        return drawnOn(image, new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY));
    }

    static BufferedImage gray(int width, int height, int level) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Arrays.fill(((DataBufferByte) image.getRaster().getDataBuffer()).getData(), (byte) level);
        return image;
    }

    /** {@link #CORNERS} as a palette. */
    static BufferedImage palette(int width, int height) {
        byte[] red = new byte[4];
        byte[] green = new byte[4];
        byte[] blue = new byte[4];
        for (int i = 0; i < 4; i++) {
            red[i] = (byte) CORNERS.get(i).getRed();
            green[i] = (byte) CORNERS.get(i).getGreen();
            blue[i] = (byte) CORNERS.get(i).getBlue();
        }
        return quartered(new BufferedImage(
                width, height, BufferedImage.TYPE_BYTE_BINARY, new IndexColorModel(2, 4, red, green, blue)), 4);
    }

    /** The same colours at 16 bits a channel. */
    static BufferedImage sixteenBit(BufferedImage image) {
        ComponentColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, ComponentColorModel.OPAQUE, DataBuffer.TYPE_USHORT);
        WritableRaster raster = model.createCompatibleWritableRaster(image.getWidth(), image.getHeight());
        return drawnOn(image, new BufferedImage(model, raster, false, null));
    }

    /** Ink in four channels, inverted as Photoshop stores it. */
    static WritableRaster invertedCmyk(BufferedImage image) {
        WritableRaster raster =
                Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, image.getWidth(), image.getHeight(), 4, null);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                Color color = new Color(image.getRGB(x, y));
                raster.setPixel(x, y, new int[] {color.getRed(), color.getGreen(), color.getBlue(), 255});
            }
        }
        return raster;
    }

    private static BufferedImage drawnOn(BufferedImage from, BufferedImage to) {
        Graphics2D graphics = to.createGraphics();
        graphics.drawImage(from, 0, 0, null);
        graphics.dispose();
        return to;
    }
}
