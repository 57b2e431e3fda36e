package dev.albumen.imaging.rendition;

import dev.albumen.application.rendition.Renderer.UndecodableException;
import dev.albumen.domain.image.Dimensions;
import dev.albumen.domain.image.Watermark;
import dev.albumen.domain.image.Watermark.Motif;
import dev.albumen.domain.rendition.Recipe;
import dev.albumen.domain.rendition.RenditionFormat;
import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.file.Path;

/** Burns a mark into a finished picture. The engines share it, so that a mark looks alike whoever makes it. */
public final class MarkBurning {

    /** Of the picture's shorter edge. */
    private static final double MARGIN = 0.03;
    private static final double TILT = -Math.PI / 6;

    /** How many rows of the mark are drawn at once: a worker has little memory of Java's. */
    private static final int BAND = 256;

    private MarkBurning() {}

    /** An engine's own way to decode, because logos are hostile too. */
    @FunctionalInterface
    public interface LogoReader {

        /**
         * Upright and in sRGB.
         *
         * @param png in the folder for the result
         * @param edge the longer one that it will have; more pixels are not needed
         */
        BufferedImage read(Path png, int edge) throws UndecodableException;
    }

    /**
     * Writes the picture with the mark.
     *
     * @param clean stays as it is
     * @param recipe in a format that takes marks
     * @param into where a logo is, under its name
     * @return the file, in the folder
     * @throws UndecodableException where a logo does not decode
     */
    public static Path write(BufferedImage clean, Recipe recipe, Watermark mark, Path into, LogoReader logos)
            throws UndecodableException {
        Path file = into.resolve(recipe.fileName());
        Stamp stamp = stamp(mark, new Dimensions(clean.getWidth(), clean.getHeight()), into, logos);
        Encoder.write(burnt(clean, mark, stamp, typeOf(clean, recipe.format())), recipe.format(), file);
        return file;
    }

    private static Stamp stamp(Watermark mark, Dimensions picture, Path into, LogoReader logos) throws UndecodableException {
        return switch (mark.motif()) {
            case Motif.Text(String line) -> TextStamp.of(line, mark.size(), picture.width(), picture.height());
            case Motif.Logo logo -> LogoStamp.of(
                    logos.read(into.resolve(logo.fileName()), LogoStamp.edge(mark.size(), picture)), mark.size(), picture);
        };
    }

    /** What the format's writer takes without a copy of its own. */
    private static int typeOf(BufferedImage clean, RenditionFormat format) {
        return format == RenditionFormat.JPEG ? BufferedImage.TYPE_3BYTE_BGR
                : clean.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
    }

    /** The mark is drawn by itself first: letters over their outline are to let through no more than letters without. */
    private static BufferedImage burnt(BufferedImage clean, Watermark mark, Stamp stamp, int type) {
        int width = clean.getWidth();
        int height = clean.getHeight();
        BufferedImage burnt = new BufferedImage(width, height, type);
        Graphics2D graphics = burnt.createGraphics();
        try {
            graphics.drawImage(clean, 0, 0, type == BufferedImage.TYPE_INT_ARGB ? null : Color.WHITE, null);
            graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) mark.opacity()));
            for (int top = 0; top < height; top += BAND) {
                graphics.drawImage(band(stamp, mark.place(), width, height, top), 0, top, null);
            }
        } finally {
            graphics.dispose();
        }
        return burnt;
    }

    private static BufferedImage band(Stamp stamp, Watermark.Place place, int width, int height, int top) {
        BufferedImage band = new BufferedImage(width, Math.min(BAND, height - top), BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = band.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.translate(0, -top);
            if (place == Watermark.Place.TILED) {
                tile(graphics, stamp, width, height);
            } else {
                place(graphics, stamp, width, height, place);
            }
        } finally {
            graphics.dispose();
        }
        return band;
    }

    private static void place(Graphics2D graphics, Stamp stamp, int width, int height, Watermark.Place place) {
        double margin = MARGIN * Math.min(width, height);
        double right = width - stamp.width() - margin;
        double bottom = height - stamp.height() - margin;
        double x = switch (place) {
            case TOP_LEFT, LEFT, BOTTOM_LEFT -> margin;
            case TOP, CENTER, BOTTOM, TILED -> (width - stamp.width()) / 2;
            case TOP_RIGHT, RIGHT, BOTTOM_RIGHT -> right;
        };
        double y = switch (place) {
            case TOP_LEFT, TOP, TOP_RIGHT -> margin;
            case LEFT, CENTER, RIGHT, TILED -> (height - stamp.height()) / 2;
            case BOTTOM_LEFT, BOTTOM, BOTTOM_RIGHT -> bottom;
        };
        stamp.draw(graphics, Math.max(0, x), Math.max(0, y));
    }

    /** All over the picture, tilted, each row half a tile further than the one above. */
    private static void tile(Graphics2D graphics, Stamp stamp, int width, int height) {
        double stepX = stamp.stepX();
        double stepY = stamp.stepY();
        double reach = Math.hypot(width, height) / 2;
        graphics.translate(width / 2.0, height / 2.0);
        graphics.rotate(TILT);
        int row = 0;
        for (double y = -reach; y < reach; y += stepY, row++) {
            for (double x = -reach - (row % 2) * stepX / 2; x < reach; x += stepX) {
                stamp.draw(graphics, x, y);
            }
        }
    }
}
