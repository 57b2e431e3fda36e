package dev.albumen.bootstrap.bench.imaging;

import dev.albumen.bootstrap.bench.BenchFailed;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * The brightness of a picture's pixels (ITU-R BT.601, 0 to 255), row by row.
 *
 * @param width in pixels
 */
record Luma(int width, int height, float[] values) {

    static Luma of(Path file) {
        try {
            BufferedImage image = ImageIO.read(file.toFile());
            if (image == null) {
                throw new BenchFailed(file + " cannot be read");
            }
            return of(image);
        } catch (IOException e) {
            throw new BenchFailed(file + " cannot be read");
        }
    }

    static Luma of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        float[] values = new float[width * height];
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                int rgb = row[x];
                values[y * width + x] = 0.299f * (rgb >> 16 & 0xFF) + 0.587f * (rgb >> 8 & 0xFF) + 0.114f * (rgb & 0xFF);
            }
        }
        return new Luma(width, height, values);
    }

    /** Without what is right of a width and below a height. */
    Luma cut(int toWidth, int toHeight) {
        if (toWidth == width && toHeight == height) {
            return this;
        }
        float[] kept = new float[toWidth * toHeight];
        for (int y = 0; y < toHeight; y++) {
            System.arraycopy(values, y * width, kept, y * toWidth, toWidth);
        }
        return new Luma(toWidth, toHeight, kept);
    }
}
