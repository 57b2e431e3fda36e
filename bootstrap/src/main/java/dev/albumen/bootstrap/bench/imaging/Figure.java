package dev.albumen.bootstrap.bench.imaging;

import org.jspecify.annotations.Nullable;

/**
 * What one engine took for one picture; medians of the rounds.
 *
 * @param imagesPerSecond one after the other
 * @param peakRssBytes the most that its process held in memory at once; {@code null} where the system does not tell
 * @param ssim of the preview against the reference, by luma (Wang et al. 2004)
 */
record Figure(
        String engine, String input, double cpuMillisPerImage, double imagesPerSecond, @Nullable Long peakRssBytes, double ssim) {}
