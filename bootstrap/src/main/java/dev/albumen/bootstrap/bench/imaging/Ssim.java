package dev.albumen.bootstrap.bench.imaging;

import dev.albumen.bootstrap.bench.BenchFailed;
import java.util.function.IntToDoubleFunction;

/**
 * Structural similarity: how alike two pictures look, 1 where they are the same (Wang, Bovik, Sheikh, Simoncelli, "Image
 * quality assessment", 2004): an 11×11 Gaussian window of σ 1.5, the mean over all whole windows.
 */
final class Ssim {

    private static final int RADIUS = 5;
    private static final double SIGMA = 1.5;
    private static final double C1 = Math.pow(0.01 * 255, 2);
    private static final double C2 = Math.pow(0.03 * 255, 2);
    private static final double[] WINDOW = window();

    private final int width;
    private final int height;

    private Ssim(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** Of what both have, where rounding gave one of them a row or a column more. */
    static double of(Luma a, Luma b) {
        if (Math.abs(a.width() - b.width()) > 1 || Math.abs(a.height() - b.height()) > 1) {
            throw new BenchFailed("pictures of " + a.width() + "×" + a.height() + " and " + b.width() + "×" + b.height()
                    + " pixels cannot be compared");
        }
        int width = Math.min(a.width(), b.width());
        int height = Math.min(a.height(), b.height());
        if (Math.min(width, height) <= 2 * RADIUS) {
            throw new BenchFailed("pictures of " + a.width() + "×" + a.height() + " pixels are too small to be compared");
        }
        return new Ssim(width, height).mean(a.cut(width, height).values(), b.cut(width, height).values());
    }

    private double mean(float[] a, float[] b) {
        double[] meanA = blurred(i -> a[i]);
        double[] meanB = blurred(i -> b[i]);
        double[] squareA = blurred(i -> a[i] * a[i]);
        double[] squareB = blurred(i -> b[i] * b[i]);
        double[] product = blurred(i -> a[i] * b[i]);
        double sum = 0;
        for (int y = RADIUS; y < height - RADIUS; y++) {
            for (int i = y * width + RADIUS; i < (y + 1) * width - RADIUS; i++) {
                double means = meanA[i] * meanB[i];
                double squares = meanA[i] * meanA[i] + meanB[i] * meanB[i];
                double variances = squareA[i] + squareB[i] - squares;
                sum += (2 * means + C1) * (2 * (product[i] - means) + C2) / ((squares + C1) * (variances + C2));
            }
        }
        return sum / ((double) (width - 2 * RADIUS) * (height - 2 * RADIUS));
    }

    /** Under the window, where it is whole. */
    private double[] blurred(IntToDoubleFunction value) {
        double[] across = new double[width * height];
        for (int y = 0; y < height; y++) {
            for (int i = y * width + RADIUS; i < (y + 1) * width - RADIUS; i++) {
                double sum = 0;
                for (int k = -RADIUS; k <= RADIUS; k++) {
                    sum += WINDOW[k + RADIUS] * value.applyAsDouble(i + k);
                }
                across[i] = sum;
            }
        }
        double[] both = new double[width * height];
        for (int i = RADIUS * width; i < (height - RADIUS) * width; i++) {
            double sum = 0;
            for (int k = -RADIUS; k <= RADIUS; k++) {
                sum += WINDOW[k + RADIUS] * across[i + k * width];
            }
            both[i] = sum;
        }
        return both;
    }

    private static double[] window() {
        double[] window = new double[2 * RADIUS + 1];
        double sum = 0;
        for (int k = -RADIUS; k <= RADIUS; k++) {
            window[k + RADIUS] = Math.exp(-k * k / (2 * SIGMA * SIGMA));
            sum += window[k + RADIUS];
        }
        for (int k = 0; k < window.length; k++) {
            window[k] /= sum;
        }
        return window;
    }
}
