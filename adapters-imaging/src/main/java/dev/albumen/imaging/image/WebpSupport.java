package dev.albumen.imaging.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the native code for WebP loads on this platform. Without it WebP is neither accepted nor made. */
public final class WebpSupport {

    private static final Logger LOG = LoggerFactory.getLogger(WebpSupport.class);
    private static final boolean AVAILABLE = probe();

    private WebpSupport() {}

    public static boolean isAvailable() {
        return AVAILABLE;
    }

    private static boolean probe() {
        BufferedImage pixel = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        try {
            if (ImageIO.write(pixel, "webp", new ByteArrayOutputStream())) {
                return true;
            }
            LOG.warn("No WebP codec found: WebP is neither accepted nor made.");
        } catch (IOException | RuntimeException | LinkageError e) {
            LOG.warn("The WebP codec does not load on this platform: WebP is neither accepted nor made.", e);
        }
        return false;
    }
}
