package dev.albumen.imaging.label;

import dev.albumen.domain.image.Dimensions;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageMetadata;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.label.Finding;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes each thing that speaks for a picture of a screen off the doubt that it is one. A camera speaks against it, whatever else does not.
 */
final class ScreenshotRule {

    private static final Pattern NAMED = Pattern.compile(
            "screen[ _-]?shot|screen[ _-]?capture|bildschirmfoto|captura|capture d.?.cran|スクリーンショット|снимок экрана",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** The longer and the shorter side of common screens, multiplied by 100,000. */
    private static final Set<Integer> SCREENS = Set.of(
            screen(1366, 768), screen(1280, 720), screen(1280, 800), screen(1440, 900), screen(1536, 864), screen(1600, 900),
            screen(1680, 1050), screen(1920, 1080), screen(1920, 1200), screen(2560, 1440), screen(2560, 1600), screen(2880, 1800),
            screen(3024, 1964), screen(3440, 1440), screen(3840, 2160), screen(1334, 750), screen(1792, 828), screen(2436, 1125),
            screen(2532, 1170), screen(2556, 1179), screen(2688, 1242), screen(2778, 1284), screen(2796, 1290), screen(2048, 1536),
            screen(2388, 1668), screen(2732, 2048), screen(2160, 1080), screen(2220, 1080), screen(2340, 1080), screen(2400, 1080),
            screen(3088, 1440), screen(3120, 1440), screen(3200, 1440));

    private static final double LEAST = 0.5;
    /** Of a screen's pixels more are like their neighbours; noise and what JPEG adds leave photographs below. */
    private static final double MOSTLY = 0.6;

    private ScreenshotRule() {}

    static Optional<Finding> of(Image image, PixelStatistics pixels) {
        ImageMetadata said = image.metadata();
        if (image.mediaType().isVideo() || said.camera() != null || said.exposure() != null || said.gps() != null) {
            return Optional.empty();
        }
        double doubt = NAMED.matcher(image.filename()).find() ? 0.12 : 1;
        doubt *= image.mediaType() == MediaType.PNG ? 0.85 : 1;
        doubt *= isScreen(image.dimensions()) ? 0.55 : 1;
        doubt *= pixels.flat() > MOSTLY ? 0.6 : 1;
        double confidence = Math.min(1 - doubt, 0.97);
        return confidence >= LEAST
                ? Optional.of(PixelRules.finding("screenshot", "style", confidence)) : Optional.empty();
    }

    private static boolean isScreen(Dimensions sides) {
        return SCREENS.contains(screen(Math.max(sides.width(), sides.height()), Math.min(sides.width(), sides.height())));
    }

    private static int screen(int longer, int shorter) {
        return longer * 100_000 + shorter;
    }
}
