package dev.albumen.imaging.label;

import dev.albumen.domain.image.Dimensions;
import dev.albumen.domain.label.Finding;
import java.util.ArrayList;
import java.util.List;

/** What the sides of a picture tell. */
final class FormatRules {

    private static final String FORMAT = "format";
    /** Sensors and screens end at 21:9; what is wider was put together or cut. */
    private static final double WIDE = 2.35;
    private static final double VERY_WIDE = 3;
    private static final double NEARLY_SQUARE = 1.02;

    private FormatRules() {}

    static List<Finding> of(Dimensions sides) {
        double ratio = (double) sides.width() / sides.height();
        double length = Math.max(ratio, 1 / ratio);
        List<Finding> found = new ArrayList<>();
        if (length <= NEARLY_SQUARE) {
            found.add(PixelRules.finding("square format", FORMAT, ratio == 1 ? 1 : 0.9));
        } else {
            found.add(PixelRules.finding(ratio > 1 ? "landscape format" : "portrait format", FORMAT, 1));
        }
        if (ratio >= WIDE) {
            found.add(PixelRules.finding("panorama", FORMAT, PixelRules.between(ratio, WIDE, 0.6, VERY_WIDE, 0.9)));
        }
        return found;
    }
}
