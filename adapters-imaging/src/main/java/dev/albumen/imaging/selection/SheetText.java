package dev.albumen.imaging.selection;

import java.io.IOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Lines of text in the font of a sheet, of which only the letters that are used go into the file. */
final class SheetText {

    /** An empty box, in place of what the font lacks. */
    private static final int LACKING = 0x25a1;
    private static final String CUT = "…";
    private static final float UNITS = 1000;

    private final PDFont font;
    private final CmapLookup glyphs;

    SheetText(PDDocument document, TrueTypeFont letters) throws IOException {
        this.font = PDType0Font.load(document, letters, true);
        this.glyphs = letters.getUnicodeCmapLookup();
    }

    PDFont font() {
        return font;
    }

    /** As much of the text as fits, all of it in letters that the font has. */
    String line(String text, float size, float width) throws IOException {
        String shown = shown(text);
        if (width(shown, size) <= width) {
            return shown;
        }
        int end = shown.length();
        while (end > 0 && width(shown.substring(0, end) + CUT, size) > width) {
            end = shown.offsetByCodePoints(end, -1);
        }
        return shown.substring(0, end) + CUT;
    }

    float width(String shown, float size) throws IOException {
        return font.getStringWidth(shown) / UNITS * size;
    }

    private String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(200).forEach(letter -> {
            if (!isUnseen(letter)) {
                shown.appendCodePoint(glyphs.getGlyphId(letter) == 0 ? LACKING : letter);
            }
        });
        return shown.toString();
    }

    private static boolean isUnseen(int letter) {
        int type = Character.getType(letter);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }
}
