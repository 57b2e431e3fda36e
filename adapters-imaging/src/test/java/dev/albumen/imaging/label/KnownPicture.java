package dev.albumen.imaging.label;

import dev.albumen.domain.image.ImageMetadata;
import dev.albumen.domain.image.MediaType;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A picture whose labels are known because it was drawn so.
 *
 * @param expected labels that everybody would give it
 * @param debatable labels that some would give it; they count neither way
 */
record KnownPicture(
        String kind, String filename, MediaType type, int width, int height, BufferedImage thumbnail, ImageMetadata metadata,
        Set<String> expected, Set<String> debatable) {

    private static final int THUMBNAIL = 320;

    /** What people call by these names, dark and light ones; the CSS colours of that name and their neighbours. */
    private static final Map<String, List<Color>> NAMED = Map.of(
            "red", List.of(new Color(200, 20, 30), new Color(150, 10, 15), new Color(230, 50, 45)),
            "orange", List.of(new Color(240, 130, 20), new Color(255, 160, 60)),
            "yellow", List.of(new Color(245, 220, 40), new Color(230, 215, 90)),
            "green", List.of(new Color(60, 130, 50), new Color(30, 90, 45), new Color(120, 180, 80)),
            "turquoise", List.of(new Color(50, 190, 180), new Color(20, 140, 135)),
            "blue", List.of(new Color(90, 150, 220), new Color(30, 60, 150), new Color(130, 180, 235)),
            "purple", List.of(new Color(120, 60, 170), new Color(90, 30, 120)),
            "pink", List.of(new Color(240, 120, 180), new Color(250, 170, 200)),
            "brown", List.of(new Color(120, 75, 40), new Color(90, 60, 35), new Color(200, 165, 135)),
            "gray", List.of(new Color(128, 128, 130), new Color(90, 92, 95), new Color(175, 175, 172)));
    private static final List<String> NAMES = NAMED.keySet().stream().sorted().toList();

    /** A scene of two or three surfaces with grain and shading, of known colours in known shares. */
    static KnownPicture scene(Random random) {
        int width = random.nextBoolean() ? 4000 : 3000;
        int height = width == 4000 ? 3000 : 4000;
        BufferedImage canvas = canvas(width, height);
        double[] shares = random.nextBoolean() ? new double[] {0.6, 0.4} : new double[] {0.5, 0.4, 0.1};
        Set<String> expected = new HashSet<>(Set.of(width > height ? "landscape format" : "portrait format"));
        Set<String> debatable = new HashSet<>(Set.of("dark", "bright"));
        Set<String> used = new HashSet<>();
        double top = 0;
        for (double share : shares) {
            String name = unused(random, used);
            Color color = NAMED.get(name).get(random.nextInt(NAMED.get(name).size()));
            surface(canvas, random, top, share, color, 10);
            (share > 0.3 ? expected : debatable).add(name);
            top += share;
        }
        return new KnownPicture("scene", "IMG_" + random.nextInt(9999) + ".jpg", MediaType.JPEG, width, height, canvas,
                ImageMetadata.NONE, expected, debatable);
    }

    private static String unused(Random random, Set<String> used) {
        String name = NAMES.get(random.nextInt(NAMES.size()));
        return used.add(name) ? name : unused(random, used);
    }

    /** A photograph in black and white, or one in sepia, which is none. */
    static KnownPicture monochrome(Random random, boolean sepia) {
        BufferedImage canvas = canvas(3000, 3000);
        for (int part = 0; part < 4; part++) {
            int level = 30 + part * 60 + random.nextInt(20);
            Color color = sepia ? new Color(Math.min(255, level + 25), level, Math.max(0, level - 30)) : new Color(level, level, level);
            surface(canvas, random, part / 4.0, 0.25, color, sepia ? 8 : 20);
        }
        if (!sepia) {
            drain(canvas);
        }
        return new KnownPicture(sepia ? "sepia" : "black and white", "scan.jpg", MediaType.JPEG, 3000, 3000, canvas, ImageMetadata.NONE,
                sepia ? Set.of("square format") : Set.of("square format", "black and white"),
                sepia ? Set.of("brown", "orange", "dark", "bright", "gray", "black", "yellow") : Set.of("dark", "bright"));
    }

    /** One of known light; by night there are small lamps, and by day clouds. */
    static KnownPicture lit(Random random, boolean dark) {
        BufferedImage canvas = canvas(4000, 2250);
        int level = dark ? 8 + random.nextInt(25) : 225 + random.nextInt(20);
        surface(canvas, random, 0, 1, new Color(level, level, Math.min(255, level + 10)), 6);
        Graphics2D pen = canvas.createGraphics();
        for (int spot = 0; spot < 5; spot++) {
            int shade = dark ? 200 : 150;
            pen.setColor(new Color(shade, shade, dark ? 120 : 180));
            pen.fillOval(random.nextInt(280), random.nextInt(150), 12, 12);
        }
        pen.dispose();
        return new KnownPicture(dark ? "night" : "day", "IMG.jpg", MediaType.JPEG, 4000, 2250, canvas, ImageMetadata.NONE,
                Set.of("landscape format", dark ? "dark" : "bright"),
                Set.of("black", "white", "gray", "blue", "yellow", "purple", "black and white"));
    }

    /** A wide one; a film frame is as wide as it gets without being a panorama. */
    static KnownPicture wide(Random random, boolean panorama) {
        int height = 2000;
        int width = panorama ? (int) (height * (2.6 + random.nextDouble() * 3)) : (int) (height * (1.5 + random.nextDouble() * 0.8));
        BufferedImage canvas = canvas(width, height);
        surface(canvas, random, 0, 0.5, new Color(130, 180, 235), 8);
        surface(canvas, random, 0.5, 0.5, new Color(60, 130, 50), 12);
        return new KnownPicture(panorama ? "panorama" : "wide", "PANO.jpg", MediaType.JPEG, width, height, canvas,
                ImageMetadata.NONE, panorama ? Set.of("landscape format", "blue", "green", "panorama")
                        : Set.of("landscape format", "blue", "green"), Set.of("dark", "bright"));
    }

    /** A desktop or telephone with windows and text, as programs save them: under a telling name, or under any. */
    static KnownPicture screenshot(Random random) {
        int[][] screens = {{1920, 1080}, {2560, 1440}, {1170, 2532}, {1080, 2400}, {1366, 768}};
        int[] screen = screens[random.nextInt(screens.length)];
        BufferedImage canvas = canvas(screen[0], screen[1]);
        page(canvas, random, random.nextBoolean());
        String name = random.nextBoolean() ? "Screenshot 2026-01-0" + random.nextInt(9) + ".png" : "clip" + random.nextInt(99) + ".png";
        return new KnownPicture("screenshot", name, MediaType.PNG, screen[0], screen[1], canvas, ImageMetadata.NONE,
                Set.of(screen[0] > screen[1] ? "landscape format" : "portrait format", "screenshot"), looks());
    }

    /** A logo or a drawing, which is flat too and saved alike. */
    static KnownPicture drawing(Random random) {
        BufferedImage canvas = canvas(800, 600);
        Graphics2D pen = canvas.createGraphics();
        pen.setColor(new Color(random.nextInt(0xFFFFFF)));
        pen.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
        pen.setColor(new Color(random.nextInt(0xFFFFFF)));
        pen.fillOval(80, 60, 150, 120);
        pen.dispose();
        return new KnownPicture("drawing", "logo.png", MediaType.PNG, 800, 600, canvas, ImageMetadata.NONE,
                Set.of("landscape format"), looks());
    }

    private static Set<String> looks() {
        Set<String> debatable = new HashSet<>(NAMES);
        debatable.addAll(Set.of("black", "white", "dark", "bright", "black and white"));
        return debatable;
    }

    private static void page(BufferedImage canvas, Random random, boolean night) {
        Graphics2D pen = canvas.createGraphics();
        pen.setColor(night ? new Color(30, 30, 34) : new Color(250, 250, 252));
        pen.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
        pen.setColor(night ? new Color(55, 58, 66) : new Color(225, 228, 235));
        pen.fillRect(0, 0, canvas.getWidth(), 16);
        pen.setColor(night ? new Color(210, 210, 215) : new Color(40, 40, 45));
        for (int line = 24; line < canvas.getHeight() - 8; line += 10) {
            for (int x = 10; x < canvas.getWidth() - 60 - random.nextInt(40); x += 4 + random.nextInt(5)) {
                pen.fillRect(x, line, 1 + random.nextInt(3), 3);
            }
        }
        pen.setColor(new Color(60, 120, 220));
        pen.fillRect(canvas.getWidth() / 3, canvas.getHeight() / 2, canvas.getWidth() / 3, canvas.getHeight() / 5);
        pen.dispose();
    }

    private static BufferedImage canvas(int width, int height) {
        double scale = (double) THUMBNAIL / Math.max(width, height);
        return new BufferedImage((int) Math.round(width * scale), (int) Math.round(height * scale), BufferedImage.TYPE_INT_RGB);
    }

    /** A strip across the picture, with grain and a gradient. */
    private static void surface(BufferedImage canvas, Random random, double top, double share, Color color, int grain) {
        int from = (int) Math.round(top * canvas.getHeight());
        int to = Math.min(canvas.getHeight(), (int) Math.round((top + share) * canvas.getHeight()));
        for (int y = from; y < to; y++) {
            double light = 0.94 + 0.12 * (y - from) / Math.max(1, to - from);
            for (int x = 0; x < canvas.getWidth(); x++) {
                int noise = random.nextInt(2 * grain + 1) - grain;
                canvas.setRGB(x, y, part(color.getRed(), light, noise) << 16 | part(color.getGreen(), light, noise) << 8
                        | part(color.getBlue(), light, noise));
            }
        }
    }

    private static int part(int value, double light, int noise) {
        return Math.clamp(Math.round(value * light) + noise, 0, 255);
    }

    private static void drain(BufferedImage canvas) {
        for (int y = 0; y < canvas.getHeight(); y++) {
            for (int x = 0; x < canvas.getWidth(); x++) {
                int green = canvas.getRGB(x, y) >> 8 & 255;
                canvas.setRGB(x, y, green << 16 | green << 8 | green);
            }
        }
    }
}
