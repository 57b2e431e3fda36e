package dev.albumen.imaging.selection;

import dev.albumen.application.selection.ContactSheets;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Contact sheets as PDF, put together in a file that is gone when it is written. */
@Singleton
final class PdfContactSheets implements ContactSheets {

    private static final String FONT = "/dev/albumen/imaging/rendition/DejaVuSans-Bold.ttf";

    @Override
    public void write(String title, Iterator<Picture> pictures, OutputStream out) throws IOException {
        try (InputStream file = Objects.requireNonNull(PdfContactSheets.class.getResourceAsStream(FONT));
                TrueTypeFont letters = new TTFParser().parse(new RandomAccessReadBuffer(file));
                PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
            try (SheetPages pages = new SheetPages(document, letters, title)) {
                while (pictures.hasNext()) {
                    pages.add(pictures.next());
                }
            }
            document.save(out);
        }
    }
}
