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

    /** Of 255. Colours that differ less in every channel count as one. */
    private static final int LEAST_RANGE = 24;
    private static final int ROUNDS = 8;

    private MedianCut() {}

    /** The most frequent first. The same pixels always give the same. */
    static List<Swatch> palette(int[] pixels, int size) {
        int[][] means = cut(pixels, size).stream().map(MedianCut::mean).toArray(int[][]::new);
        int[] nearest = nearest(pixels, means);
        for (int round = 0; round < ROUNDS; round++) {
            means = middles(pixels, nearest, means);
            nearest = nearest(pixels, means);
        }
        int[] counts = new int[means.length];
        Arrays.stream(nearest).forEach(index -> counts[index]++);
        int[][] last = means;
        return IntStream.range(0, means.length)
                .filter(index -> counts[index] > 0)
                .mapToObj(index -> swatch(last[index], counts[index], pixels.length))
                .sorted(Comparator.comparing(Swatch::perMille).reversed().thenComparing(Swatch::color))
                .toList();
    }

    private static List<int[]> cut(int[] pixels, int size) {
        List<int[]> boxes = new ArrayList<>();
        boxes.add(pixels.clone());
        while (boxes.size() < size) {
            int[] widest = boxes.stream().max(Comparator.comparingLong(MedianCut::weight)).orElseThrow();
            if (weight(widest) == 0) {
                break;
            }
            boxes.remove(widest);
            boxes.addAll(halves(widest));
        }
        return boxes;
    }

    /** How much a box asks to be cut: 0 where its colours are as good as one. */
    private static long weight(int[] box) {
        int range = range(box, longestSide(box));
        return range < LEAST_RANGE ? 0 : (long) range * box.length;
    }

    /** In the middle of the longest side's values rather than of the pixels, where the middle pixel's value is the least. */
    private static List<int[]> halves(int[] box) {
        int shift = longestSide(box);
        int[] values = Arrays.stream(box).map(pixel -> pixel >> shift & 0xFF).sorted().toArray();
        int median = values[values.length / 2] == values[0] ? values[0] + 1 : values[values.length / 2];
        return List.of(Arrays.stream(box).filter(pixel -> (pixel >> shift & 0xFF) < median).toArray(),
                Arrays.stream(box).filter(pixel -> (pixel >> shift & 0xFF) >= median).toArray());
    }

    private static int longestSide(int[] box) {
        return IntStream.of(16, 8, 0).boxed().max(Comparator.comparingInt(shift -> range(box, shift))).orElseThrow();
    }

    private static int range(int[] box, int shift) {
        int least = 0xFF;
        int most = 0;
        for (int pixel : box) {
            least = Math.min(least, pixel >> shift & 0xFF);
            most = Math.max(most, pixel >> shift & 0xFF);
        }
        return most - least;
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
        return Arrays.stream(pixels).map(pixel -> {
            int best = 0;
            for (int index = 1; index < means.length; index++) {
                best = distance(pixel, means[index]) < distance(pixel, means[best]) ? index : best;
            }
            return best;
        }).toArray();
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
