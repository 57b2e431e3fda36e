package dev.albumen.imaging.rendition;

import dev.albumen.application.shared.DependencyException;
import dev.albumen.domain.image.Dimensions;
import dev.albumen.domain.rendition.RenditionSize;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** What is shown of a video of which no frame can be decoded here: a dark field of its shape with a play sign. */
final class DrawnPoster {

    private static final Color FIELD = new Color(0x2B2F36);
    private static final Color SIGN = new Color(0x9AA3AF);

    private DrawnPoster() {}

    static void draw(Dimensions video, Path to) {
        Dimensions size = video.within(RenditionSize.PREVIEW.longestEdge());
        BufferedImage image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setColor(FIELD);
            graphics.fillRect(0, 0, size.width(), size.height());
            graphics.setColor(SIGN);
            int middleX = size.width() / 2;
            int middleY = size.height() / 2;
            int reach = Math.min(size.width(), size.height()) / 6;
            graphics.fill(new Polygon(
                    new int[] {middleX - reach * 3 / 4, middleX + reach, middleX - reach * 3 / 4},
                    new int[] {middleY - reach, middleY, middleY + reach}, 3));
        } finally {
            graphics.dispose();
        }
        try {
            ImageIO.write(image, "png", to.toFile());
        } catch (IOException e) {
            throw new DependencyException("writing a poster", e);
        }
    }
}
