package dev.albumen.imaging.rendition;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The outlines of a line of text, in a font that comes with Albumen. Java's own fonts need those of the machine, which a
 * container may lack, and they differ. A character that the font lacks is an empty box.
 */
final class Letters {

    private static final TrueTypeFont FONT = font();
    /** The height of its capital letters, in its units. */
    private static final int CAPITAL = 1493;

    private Letters() {}

    /** The text in letters one unit high, its corner at zero. Of a text that nothing is seen of, there is a sign at least. */
    static synchronized Shape of(String text) {
        Shape line = line(text);
        return line.getBounds2D().isEmpty() ? line("©") : line;
    }

    private static Shape line(String text) {
        try {
            Path2D line = new Path2D.Double();
            CmapLookup glyphs = FONT.getUnicodeCmapLookup();
            double x = 0;
            for (int letter : text.codePoints().toArray()) {
                int glyph = glyphs.getGlyphId(letter);
                GlyphData outline = FONT.getGlyph().getGlyph(glyph);
                if (outline != null) {
                    line.append(outline.getPath().getPathIterator(AffineTransform.getTranslateInstance(x, 0)), false);
                }
                x += FONT.getAdvanceWidth(glyph);
            }
            return atZero(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fonts count upwards, pictures downwards. */
    private static Shape atZero(Path2D line) {
        Rectangle2D bounds = line.getBounds2D();
        if (bounds.isEmpty()) {
            return line;
        }
        double scale = 1.0 / CAPITAL;
        AffineTransform placed = AffineTransform.getScaleInstance(scale, -scale);
        placed.translate(-bounds.getX(), -bounds.getMaxY());
        return placed.createTransformedShape(line);
    }

    private static TrueTypeFont font() {
        try (InputStream file = Letters.class.getResourceAsStream("DejaVuSans-Bold.ttf")) {
            return new TTFParser().parse(new RandomAccessReadBuffer(Objects.requireNonNull(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
