package dev.albumen.application.rendition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.Pictures;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;

/** What a finished picture shows, told with the JDK's own decoder. */
public final class Looks {

    private Looks() {}

    public static BufferedImage read(Path file) {
        try {
            return Objects.requireNonNull(ImageIO.read(file.toFile()), "no reader for " + file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The four quarters, each of the right colour rather than another one's. */
    public static void assertCorners(BufferedImage image) {
        for (int i = 0; i < 4; i++) {
            Color seen = at(image, i % 2 == 0 ? 0.25 : 0.75, i / 2 == 0 ? 0.25 : 0.75);
            assertThat(nearestCorner(seen)).as("quarter %d, which is %s", i, seen).isEqualTo(i);
        }
    }

    /** Each channel within {@code tolerance}. */
    public static void assertColor(Color seen, Color expected, int tolerance) {
        assertThat(new int[] {seen.getRed(), seen.getGreen(), seen.getBlue()})
                .as("%s, to be like %s", seen, expected)
                .satisfies(channels -> assertThat(distance(seen, expected)).isLessThanOrEqualTo(tolerance));
    }

    /** The colour at a place given in fractions of width and height. */
    public static Color at(BufferedImage image, double x, double y) {
        return new Color(image.getRGB((int) (image.getWidth() * x), (int) (image.getHeight() * y)));
    }

    private static int nearestCorner(Color seen) {
        List<Color> corners = Pictures.corners();
        int nearest = 0;
        for (int i = 1; i < corners.size(); i++) {
            if (sum(seen, corners.get(i)) < sum(seen, corners.get(nearest))) {
                nearest = i;
            }
        }
        return nearest;
    }

    private static int distance(Color a, Color b) {
        return Math.max(Math.abs(a.getRed() - b.getRed()),
                Math.max(Math.abs(a.getGreen() - b.getGreen()), Math.abs(a.getBlue() - b.getBlue())));
    }

    private static int sum(Color a, Color b) {
        return Math.abs(a.getRed() - b.getRed()) + Math.abs(a.getGreen() - b.getGreen()) + Math.abs(a.getBlue() - b.getBlue());
    }
}
