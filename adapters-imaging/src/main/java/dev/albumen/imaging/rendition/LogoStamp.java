package dev.albumen.imaging.rendition;

import dev.albumen.domain.image.Dimensions;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** A logo, enlarged too where it is small: it takes the same part of every size of a picture. */
record LogoStamp(BufferedImage logo) implements Stamp {

    /** Between tiles, in times the longer edge. */
    private static final double GAP = 0.5;

    /**
     * For a picture so large.
     *
     * @param size as in {@code Watermark}
     */
    static LogoStamp of(BufferedImage logo, double size, Dimensions picture) {
        int edge = edge(size, picture);
        double scale = (double) edge / Math.max(logo.getWidth(), logo.getHeight());
        return new LogoStamp(Scaling.to(new Dimensions(
                (int) Math.clamp(Math.round(scale * logo.getWidth()), 1, edge),
                (int) Math.clamp(Math.round(scale * logo.getHeight()), 1, edge)), logo));
    }

    /** How long the logo's longer edge becomes. In pixels. */
    static int edge(double size, Dimensions picture) {
        return (int) Math.max(1, Math.round(size * Math.min(picture.width(), picture.height())));
    }

    @Override
    public double width() {
        return logo.getWidth();
    }

    @Override
    public double height() {
        return logo.getHeight();
    }

    @Override
    public double stepX() {
        return width() + gap();
    }

    @Override
    public double stepY() {
        return height() + gap();
    }

    private double gap() {
        return GAP * Math.max(width(), height());
    }

    @Override
    public void draw(Graphics2D graphics, double x, double y) {
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        // between two pixels it would be blurred
        graphics.drawImage(logo, AffineTransform.getTranslateInstance(Math.round(x), Math.round(y)), null);
    }
}
