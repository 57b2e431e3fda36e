package dev.albumen.imaging.selection;

import dev.albumen.application.selection.ContactSheets.Picture;
import dev.albumen.application.storage.BlobStore;
import java.io.IOException;
import java.util.Optional;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pages of a sheet, in points from the bottom left: rows of pictures under a title, each over its name. */
final class SheetPages implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SheetPages.class);

    private static final PDRectangle PAPER = PDRectangle.A4;
    private static final float MARGIN = 36;
    private static final float GAP = 10;
    private static final int COLUMNS = 4;
    private static final int ROWS = 5;
    private static final float TITLE_SIZE = 12;
    private static final float TEXT_SIZE = 7;
    private static final float LINE = 10;
    private static final float HEAD = 24;
    private static final float CELL_WIDTH = (PAPER.getWidth() - 2 * MARGIN - (COLUMNS - 1) * GAP) / COLUMNS;
    private static final float CELL_HEIGHT = (PAPER.getHeight() - 2 * MARGIN - HEAD - (ROWS - 1) * GAP) / ROWS;
    private static final float PICTURE_HEIGHT = CELL_HEIGHT - 2 * LINE;

    private final PDDocument document;
    private final SheetText text;
    private final String title;
    private int placed;
    private @Nullable PDPageContentStream page;

    SheetPages(PDDocument document, TrueTypeFont letters, String title) throws IOException {
        this.document = document;
        this.text = new SheetText(document, letters);
        this.title = title;
        turn();
    }

    void add(Picture picture) throws IOException {
        if (placed > 0 && placed % (COLUMNS * ROWS) == 0) {
            turn();
        }
        int cell = placed % (COLUMNS * ROWS);
        float left = MARGIN + cell % COLUMNS * (CELL_WIDTH + GAP);
        float top = PAPER.getHeight() - MARGIN - HEAD - cell / COLUMNS * (CELL_HEIGHT + GAP);
        Optional<PDImageXObject> image = image(picture);
        if (image.isPresent()) {
            draw(image.get(), left, top);
        }
        write(picture.name(), TEXT_SIZE, left, top - PICTURE_HEIGHT - LINE + 2, CELL_WIDTH);
        write(picture.said(), TEXT_SIZE, left, top - PICTURE_HEIGHT - 2 * LINE + 2, CELL_WIDTH);
        placed++;
    }

    private void draw(PDImageXObject image, float left, float top) throws IOException {
        float scale = Math.min(CELL_WIDTH / image.getWidth(), PICTURE_HEIGHT / image.getHeight());
        float width = image.getWidth() * scale;
        float height = image.getHeight() * scale;
        current().drawImage(image, left + (CELL_WIDTH - width) / 2, top - (PICTURE_HEIGHT + height) / 2, width, height);
    }

    /** The file's own bytes go into the sheet, so nothing is decoded. */
    private Optional<PDImageXObject> image(Picture picture) {
        try (BlobStore.Content jpeg = picture.jpeg().get().orElse(null)) {
            return jpeg == null ? Optional.empty() : Optional.of(JPEGFactory.createFromStream(document, jpeg.stream()));
        } catch (IOException | RuntimeException e) {
            LOG.warn("a picture is left out of a contact sheet", e);
            return Optional.empty();
        }
    }

    private void write(String words, float size, float left, float base, float width) throws IOException {
        String line = text.line(words, size, width);
        if (line.isEmpty()) {
            return;
        }
        PDPageContentStream on = current();
        on.beginText();
        on.setFont(text.font(), size);
        on.newLineAtOffset(left, base);
        on.showText(line);
        on.endText();
    }

    private void turn() throws IOException {
        close();
        PDPage next = new PDPage(PAPER);
        document.addPage(next);
        page = new PDPageContentStream(document, next);
        write(title, TITLE_SIZE, MARGIN, PAPER.getHeight() - MARGIN - TITLE_SIZE, PAPER.getWidth() - 2 * MARGIN);
    }

    private PDPageContentStream current() {
        return Optional.ofNullable(page).orElseThrow();
    }

    @Override
    public void close() throws IOException {
        if (page != null) {
            page.close();
        }
    }
}
