package dev.albumen.imaging.rendition;

import dev.albumen.domain.image.Dimensions;
import dev.albumen.imaging.image.Orientation;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.imgscalr.Scalr;
import org.imgscalr.Scalr.Rotation;

/** What imgscalr does for us, with the cases that it does not think of. */
final class Scaling {

    private Scaling() {}

    /**
     * Exactly so large, by halves and one last step, each bilinear. Measured against Lanczos on photographs, that is
     * nearer to it than imgscalr's own {@code QUALITY} (bicubic, which aliases) from 1.5 times on, in a third of the time.
     */
    static BufferedImage to(Dimensions size, BufferedImage image) {
        BufferedImage current = image;
        while (current.getWidth() >= 2 * size.width() && current.getHeight() >= 2 * size.height()) {
            current = resized(current, Math.ceilDiv(current.getWidth(), 2), Math.ceilDiv(current.getHeight(), 2));
        }
        return resized(current, size.width(), size.height());
    }

    private static BufferedImage resized(BufferedImage image, int width, int height) {
        // imgscalr would draw a picture anew that is so large already
        return image.getWidth() == width && image.getHeight() == height
                ? image
                : Scalr.resize(image, Scalr.Method.BALANCED, Scalr.Mode.FIT_EXACT, width, height);
    }

    static BufferedImage upright(BufferedImage stored, Orientation orientation) {
        return switch (orientation) {
            case NORMAL -> stored;
            case MIRRORED -> Scalr.rotate(stored, Rotation.FLIP_HORZ);
            case HALF_TURNED -> Scalr.rotate(stored, Rotation.CW_180);
            case FLIPPED -> Scalr.rotate(stored, Rotation.FLIP_VERT);
            case TRANSPOSED -> Scalr.rotate(Scalr.rotate(stored, Rotation.CW_90), Rotation.FLIP_HORZ);
            case QUARTER_TURNED -> Scalr.rotate(stored, Rotation.CW_90);
            case TRANSVERSED -> Scalr.rotate(Scalr.rotate(stored, Rotation.CW_270), Rotation.FLIP_HORZ);
            case THREE_QUARTERS_TURNED -> Scalr.rotate(stored, Rotation.CW_270);
        };
    }

    /** Whether a pixel lets something shine through. */
    static boolean isTransparent(BufferedImage image) {
        if (!image.getColorModel().hasAlpha()) {
            return false;
        }
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int pixel : row) {
                if (pixel >>> 24 != 0xFF) {
                    return true;
                }
            }
        }
        return false;
    }

    /** On white, without alpha, in the form that the JPEG writer takes without a copy of its own. */
    static BufferedImage flattened(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_3BYTE_BGR) {
            return image;
        }
        BufferedImage flat = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = flat.createGraphics();
        graphics.drawImage(image, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return flat;
    }
}
