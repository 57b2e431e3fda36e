package dev.albumen.imaging.selection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.Pictures;
import dev.albumen.application.selection.ContactSheets;
import dev.albumen.application.selection.ContactSheetsContract;
import java.io.IOException;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfContactSheetsTest extends ContactSheetsContract {

    private static final byte[] JPEG = Pictures.jpeg(64, 48, 1);

    @Override
    protected ContactSheets sheets() {
        return new PdfContactSheets();
    }

    @Test
    void showsPicturesOverTheirNames() throws IOException {
        try (PDDocument sheet = Loader.loadPDF(written("Auswahl für Ada", picture("IMG_1 – Größe.jpg", JPEG), picture("Снимок.jpg", JPEG),
                picture("中.jpg", JPEG), picture("x".repeat(300), JPEG)))) {
            String text = new PDFTextStripper().getText(sheet);
            assertThat(text).contains("Auswahl für Ada", "IMG_1 – Größe.jpg", "Снимок.jpg", "□.jpg", "x…", "★★");
            assertThat(pictures(sheet.getPage(0))).isEqualTo(4);
        }
    }

    @Test
    void turnsThePageAfterTwenty() throws IOException {
        try (PDDocument sheet = Loader.loadPDF(written("Many", IntStream.range(0, 41).mapToObj(i -> picture("p" + i, JPEG))))) {
            assertThat(sheet.getNumberOfPages()).isEqualTo(3);
            assertThat(pictures(sheet.getPage(2))).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(sheet)).contains("p0", "p40");
        }
    }

    private static long pictures(PDPage page) {
        return StreamSupport.stream(page.getResources().getXObjectNames().spliterator(), false).count();
    }
}
