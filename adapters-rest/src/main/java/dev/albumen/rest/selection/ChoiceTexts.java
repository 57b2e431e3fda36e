package dev.albumen.rest.selection;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.albumen.application.selection.ChosenImages.Chosen;
import dev.albumen.application.selection.SelectionViews.Choice;
import dev.albumen.domain.selection.Mark;
import dev.albumen.rest.shared.Labels;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes what was chosen as text, a picture at a time. */
final class ChoiceTexts {

    /** How a spreadsheet tells a formula from a text; an apostrophe before it makes it a text (OWASP, CSV injection). */
    private static final String FORMULA = "=+-@\t\r\n|";

    private ChoiceTexts() {}

    /** RFC 4180: a line for each picture and client. */
    static void csv(Stream<Chosen> chosen, OutputStream out) throws IOException {
        try (chosen; CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            csv.writeRecord("filename", "imageId", "selectionId", "client", "email", "status", "stars", "color", "comment", "chosenAt");
            chosen.forEach(one -> one.choices().forEach(choice -> csv.writeRecord(row(one, choice))));
        }
    }

    private static String[] row(Chosen one, Choice choice) {
        Mark mark = choice.mark();
        return new String[] {
            harmless(one.filename()), one.image().id().toString(), choice.selection().toString(), harmless(choice.name()),
            harmless(choice.email()), Labels.of(choice.status()), mark.stars() == null ? "" : mark.stars().toString(),
            mark.color() == null ? "" : Labels.of(mark.color()), harmless(choice.comment()), choice.chosenAt().toString()};
    }

    private static String harmless(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        return FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** File names without their endings, each once, so that originals of any kind are found by them. */
    static void names(Stream<Chosen> chosen, String separator, OutputStream out) throws IOException {
        try (chosen; Writer names = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
            Set<String> written = new HashSet<>();
            for (Chosen one : (Iterable<Chosen>) chosen::iterator) {
                String stem = stem(one.filename());
                if (written.add(stem)) {
                    names.write(written.size() == 1 ? stem : separator + stem);
                }
            }
        }
    }

    private static String stem(String filename) {
        int dot = filename.lastIndexOf('.');
        return dot > 0 ? filename.substring(0, dot) : filename;
    }
}
