package dev.albumen.imaging.rendition;

import dev.albumen.domain.rendition.Recipe;
import dev.albumen.domain.rendition.RenditionFormat;
import dev.albumen.domain.rendition.Watermark;
import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;

/** Burns a mark into a finished picture. The engines share it, so that a mark looks alike whoever makes it. */
public final class MarkBurning {

    private static final Color LETTERS = Color.WHITE;
    private static final Color OUTLINE = new Color(0x20, 0x20, 0x20);
    /** Of the letters' height. */
    private static final double STROKE = 0.16;
    /** Below, letters are spots. In pixels. */
    private static final double LEAST_HEIGHT = 8;
    /** Of the picture's shorter edge. */
    private static final double MARGIN = 0.03;
    /** Of the picture's width: a text that is wider becomes smaller. */
    private static final double WIDEST = 0.94;
    /** A tile, in times the text's width and height. */
    private static final double TILE_WIDTH = 1.3;
    private static final double TILE_HEIGHT = 4;
    private static final double TILT = -Math.PI / 6;

    /** How many rows of the mark are drawn at once: a worker has little memory of Java's. */
    private static final int BAND = 256;

    private MarkBurning() {}

    /**
     * Writes the picture with the mark.
     *
     * @param clean stays as it is
     * @param recipe in a format that takes marks
     * @return the file, in the folder
     */
    public static Path write(BufferedImage clean, Recipe recipe, Watermark mark, Path into) {
        Path file = into.resolve(recipe.fileName());
        Encoder.write(burnt(clean, mark, typeOf(clean, recipe.format())), recipe.format(), file);
        return file;
    }

    /** What the format's writer takes without a copy of its own. */
    private static int typeOf(BufferedImage clean, RenditionFormat format) {
        return format == RenditionFormat.JPEG ? BufferedImage.TYPE_3BYTE_BGR
                : clean.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
    }

    /** The mark is drawn by itself first: letters over their outline are to let through no more than letters without. */
    private static BufferedImage burnt(BufferedImage clean, Watermark mark, int type) {
        int width = clean.getWidth();
        int height = clean.getHeight();
        BufferedImage burnt = new BufferedImage(width, height, type);
        Shape text = sized(Letters.of(mark.text()), width, height, mark.size());
        Graphics2D graphics = burnt.createGraphics();
        try {
            graphics.drawImage(clean, 0, 0, type == BufferedImage.TYPE_INT_ARGB ? null : Color.WHITE, null);
            graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) mark.opacity()));
            for (int top = 0; top < height; top += BAND) {
                graphics.drawImage(band(text, mark.place(), width, height, top), 0, top, null);
            }
        } finally {
            graphics.dispose();
        }
        return burnt;
    }

    private static BufferedImage band(Shape text, Watermark.Place place, int width, int height, int top) {
        BufferedImage band = new BufferedImage(width, Math.min(BAND, height - top), BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = band.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.translate(0, -top);
            if (place == Watermark.Place.TILED) {
                tile(graphics, text, width, height);
            } else {
                draw(graphics, placed(text, width, height, place));
            }
        } finally {
            graphics.dispose();
        }
        return band;
    }

    private static Shape sized(Shape text, int width, int height, double size) {
        double wanted = Math.max(LEAST_HEIGHT, size * Math.min(width, height));
        double possible = width * WIDEST / (text.getBounds2D().getWidth() + STROKE);
        double scale = Math.min(wanted, Math.min(possible, height * WIDEST));
        return AffineTransform.getScaleInstance(scale, scale).createTransformedShape(text);
    }

    private static Shape placed(Shape text, int width, int height, Watermark.Place place) {
        Rectangle2D bounds = text.getBounds2D();
        double margin = MARGIN * Math.min(width, height);
        double right = width - bounds.getWidth() - margin;
        double bottom = height - bounds.getHeight() - margin;
        double x = switch (place) {
            case TOP_LEFT, LEFT, BOTTOM_LEFT -> margin;
            case TOP, CENTER, BOTTOM, TILED -> (width - bounds.getWidth()) / 2;
            case TOP_RIGHT, RIGHT, BOTTOM_RIGHT -> right;
        };
        double y = switch (place) {
            case TOP_LEFT, TOP, TOP_RIGHT -> margin;
            case LEFT, CENTER, RIGHT, TILED -> (height - bounds.getHeight()) / 2;
            case BOTTOM_LEFT, BOTTOM, BOTTOM_RIGHT -> bottom;
        };
        return AffineTransform.getTranslateInstance(Math.max(0, x), Math.max(0, y)).createTransformedShape(text);
    }

    /** All over the picture, tilted, each row half a tile further than the one above. */
    private static void tile(Graphics2D graphics, Shape text, int width, int height) {
        Rectangle2D bounds = text.getBounds2D();
        double stepX = bounds.getWidth() * TILE_WIDTH + 2 * bounds.getHeight();
        double stepY = bounds.getHeight() * TILE_HEIGHT;
        double reach = Math.hypot(width, height) / 2;
        graphics.translate(width / 2.0, height / 2.0);
        graphics.rotate(TILT);
        int row = 0;
        for (double y = -reach; y < reach; y += stepY, row++) {
            for (double x = -reach - (row % 2) * stepX / 2; x < reach; x += stepX) {
                draw(graphics, AffineTransform.getTranslateInstance(x, y).createTransformedShape(text));
            }
        }
    }

    private static void draw(Graphics2D graphics, Shape text) {
        float stroke = (float) Math.max(1, STROKE * text.getBounds2D().getHeight());
        graphics.setColor(OUTLINE);
        graphics.setStroke(new BasicStroke(stroke, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(text);
        graphics.setColor(LETTERS);
        graphics.fill(text);
    }
}
