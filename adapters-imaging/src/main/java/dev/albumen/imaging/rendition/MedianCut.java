package dev.albumen.imaging.rendition;

import dev.albumen.domain.image.Appearance.Swatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A few colours that stand for all of a picture: median cut (P. Heckbert, "Color image quantization for frame buffer
 * display", 1982), then a few rounds of Lloyd's k-means, which draw each colour into the middle of what it stands for.
 */
final class MedianCut {

    private static final int ROUNDS = 8;

    private MedianCut() {}

    /** The most frequent first. The same pixels always give the same. */
    static List<Swatch> palette(int[] pixels, int size) {
        int[][] means = cut(pixels, size).stream().map(box -> mean(box.pixels())).toArray(int[][]::new);
        int[] nearest = nearest(pixels, means);
        boolean moved = true;
        for (int round = 0; moved && round < ROUNDS; round++) {
            means = middles(pixels, nearest, means);
            int[] before = nearest;
            nearest = nearest(pixels, means);
            moved = !Arrays.equals(before, nearest);
        }
        int[] counts = new int[means.length];
        for (int index : nearest) {
            counts[index]++;
        }
        int[][] last = means;
        return IntStream.range(0, means.length)
                .filter(index -> counts[index] > 0)
                .mapToObj(index -> swatch(last[index], counts[index], pixels.length))
                .sorted(Comparator.comparing(Swatch::perMille).reversed().thenComparing(Swatch::color))
                .toList();
    }

    private static List<ColorBox> cut(int[] pixels, int size) {
        List<ColorBox> boxes = new ArrayList<>();
        boxes.add(ColorBox.of(pixels));
        while (boxes.size() < size) {
            ColorBox widest = boxes.stream().max(Comparator.comparingLong(ColorBox::weight)).orElseThrow();
            if (widest.weight() == 0) {
                break;
            }
            boxes.remove(widest);
            boxes.addAll(widest.halves());
        }
        return boxes;
    }

    private static int[] mean(int[] box) {
        return middles(box, new int[box.length], new int[1][])[0];
    }

    /** The mean of the pixels that belong to each; one that has none stays where it was. */
    private static int[][] middles(int[] pixels, int[] belonging, int[][] before) {
        long[][] sums = new long[before.length][4];
        for (int i = 0; i < pixels.length; i++) {
            long[] sum = sums[belonging[i]];
            sum[0] += pixels[i] >> 16 & 0xFF;
            sum[1] += pixels[i] >> 8 & 0xFF;
            sum[2] += pixels[i] & 0xFF;
            sum[3]++;
        }
        return IntStream.range(0, before.length)
                .mapToObj(index -> sums[index][3] == 0 ? before[index] : IntStream.range(0, 3)
                        .map(channel -> (int) Math.round((double) sums[index][channel] / sums[index][3])).toArray())
                .toArray(int[][]::new);
    }

    private static int[] nearest(int[] pixels, int[][] means) {
        int[] nearest = new int[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            int least = Integer.MAX_VALUE;
            for (int index = 0; index < means.length; index++) {
                int distance = distance(pixels[i], means[index]);
                if (distance < least) {
                    least = distance;
                    nearest[i] = index;
                }
            }
        }
        return nearest;
    }

    private static int distance(int pixel, int[] mean) {
        int red = (pixel >> 16 & 0xFF) - mean[0];
        int green = (pixel >> 8 & 0xFF) - mean[1];
        int blue = (pixel & 0xFF) - mean[2];
        return red * red + green * green + blue * blue;
    }

    private static Swatch swatch(int[] mean, int count, int of) {
        return new Swatch("#%02x%02x%02x".formatted(mean[0], mean[1], mean[2]), (int) Math.round(1000.0 * count / of));
    }
}
