package dev.albumen.imaging.label;

import dev.albumen.domain.label.Confidence;
import dev.albumen.domain.label.Finding;
import java.util.ArrayList;
import java.util.List;

/** Colours and light. Each confidence rises with the distance from where people begin to disagree. */
final class PixelRules {

    private static final String COLOR = "color";
    private static final String LIGHT = "light";
    /** A colour that covers as much is dominant to some, and one that covers half of the picture to everybody. */
    private static final double SOME_SHARE = 0.2;
    private static final double HALF = 0.5;
    private static final double MOST_COLORED = 0.02;
    private static final double LEAST_SPREAD = 0.06;

    private PixelRules() {}

    static List<Finding> of(PixelStatistics pixels) {
        List<Finding> found = new ArrayList<>();
        if (pixels.colorful() < MOST_COLORED) {
            gray(pixels, found);
        } else {
            pixels.shares().forEach((color, share) -> {
                if (share >= SOME_SHARE) {
                    found.add(finding(color.text(), COLOR, between(share, SOME_SHARE, 0.55, HALF, 0.97)));
                }
            });
        }
        light(pixels, found);
        return found;
    }

    /** A picture of one shade is not called a photograph in black and white. */
    private static void gray(PixelStatistics pixels, List<Finding> found) {
        if (pixels.spread() >= LEAST_SPREAD) {
            found.add(finding("black and white", "style", between(pixels.colorful(), MOST_COLORED, 0.7, 0, 0.98)));
        } else {
            pixels.shares().forEach((color, share) -> {
                if (share > HALF) {
                    found.add(finding(color.text(), COLOR, 0.95));
                }
            });
        }
    }

    private static void light(PixelStatistics pixels, List<Finding> found) {
        double brightness = pixels.brightness();
        if (brightness <= 0.25) {
            found.add(finding("dark", LIGHT, between(brightness, 0.25, 0.55, 0.1, 0.97)));
        }
        if (brightness >= 0.7) {
            found.add(finding("bright", LIGHT, between(brightness, 0.7, 0.55, 0.85, 0.97)));
        }
    }

    /** From one confidence to another, as a value goes from one bound to another; the last one beyond. */
    static double between(double value, double from, double least, double to, double most) {
        double way = Math.clamp((value - from) / (to - from), 0.0, 1.0);
        return least + (most - least) * way;
    }

    static Finding finding(String name, String category, double confidence) {
        return Finding.of(name, category, Confidence.of(confidence));
    }
}
