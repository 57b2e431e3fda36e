package dev.albumen.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.albumen.bootstrap.process.Answer;
import dev.albumen.bootstrap.process.Client;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Exports of a link's selections, read with programs that others have written. */
record SelectionExports(Client owner, String share) {

    Answer get(String format, String... selection) {
        String of = selection.length == 0 ? "" : "&selection=" + selection[0];
        return owner.get("shares/" + share + "/selections/export?format=" + format + of);
    }

    List<NamedCsvRecord> csv(String... selection) throws IOException {
        Answer answer = get("csv", selection).expect(200);
        assertThat(answer.header("Content-Type")).startsWith("text/csv");
        assertThat(answer.header("Content-Disposition")).contains("attachment", ".csv");
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(answer.text())) {
            return csv.stream().toList();
        }
    }

    String pdf() throws IOException {
        Answer answer = get("pdf").expect(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/pdf");
        try (PDDocument sheet = Loader.loadPDF(answer.body())) {
            return new PDFTextStripper().getText(sheet);
        }
    }

    /** Names and texts of the sidecars. */
    Map<String, String> sidecars() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        unzipped(get("xmp")).forEach((name, bytes) -> texts.put(name, new String(bytes, StandardCharsets.UTF_8)));
        return texts;
    }

    Map<String, byte[]> originals() throws IOException {
        return unzipped(get("zip"));
    }

    private static Map<String, byte[]> unzipped(Answer answer) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.expect(200).body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }
}
