package dev.albumen.imaging.rendition;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;

/** White letters with a dark outline. */
record TextStamp(Shape letters) implements Stamp {

    private static final Color FILL = Color.WHITE;
    private static final Color OUTLINE = new Color(0x20, 0x20, 0x20);
    /** Of the letters' height. */
    private static final double STROKE = 0.16;
    /** Below, letters are spots. In pixels. */
    private static final double LEAST_HEIGHT = 8;
    /** Of the picture's width: a text that is wider becomes smaller. */
    private static final double WIDEST = 0.94;
    /** A tile, in times the text's width and height. */
    private static final double TILE_WIDTH = 1.3;
    private static final double TILE_HEIGHT = 4;

    /**
     * For a picture so large.
     *
     * @param size as in {@code Watermark}
     */
    static TextStamp of(String line, double size, int width, int height) {
        Shape text = Letters.of(line);
        double wanted = Math.max(LEAST_HEIGHT, size * Math.min(width, height));
        double possible = width * WIDEST / (text.getBounds2D().getWidth() + STROKE);
        double scale = Math.min(wanted, Math.min(possible, height * WIDEST));
        return new TextStamp(AffineTransform.getScaleInstance(scale, scale).createTransformedShape(text));
    }

    @Override
    public double width() {
        return letters.getBounds2D().getWidth();
    }

    @Override
    public double height() {
        return letters.getBounds2D().getHeight();
    }

    @Override
    public double stepX() {
        return width() * TILE_WIDTH + 2 * height();
    }

    @Override
    public double stepY() {
        return height() * TILE_HEIGHT;
    }

    @Override
    public void draw(Graphics2D graphics, double x, double y) {
        Shape text = AffineTransform.getTranslateInstance(x, y).createTransformedShape(letters);
        float stroke = (float) Math.max(1, STROKE * text.getBounds2D().getHeight());
        graphics.setColor(OUTLINE);
        graphics.setStroke(new BasicStroke(stroke, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(text);
        graphics.setColor(FILL);
        graphics.fill(text);
    }
}
