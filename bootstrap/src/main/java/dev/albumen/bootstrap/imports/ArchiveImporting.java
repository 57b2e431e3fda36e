package dev.albumen.bootstrap.imports;

import com.fasterxml.jackson.databind.JsonNode;
import dev.albumen.application.transfer.ImportedFile;
import dev.albumen.bootstrap.rerender.Progress;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Sends an export to a service, which imports it by itself, and says how far it is. */
final class ArchiveImporting {

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Set<String> MARKS = Set.of("bagit.txt", "data/albumen/account.json");

    private final ImportClient client;
    private final Progress progress;
    private final PrintWriter out;
    private final PrintWriter errors;

    ArchiveImporting(ImportClient client, Progress progress, PrintWriter out, PrintWriter errors) {
        this.client = client;
        this.progress = progress;
        this.out = out;
        this.errors = errors;
    }

    static boolean isExport(List<ImportedFile> files) {
        return files.stream().map(ImportedFile::path).map(path -> path.replaceFirst("^[^/]+/(?=bagit\\.txt$|data/albumen/account\\.json$)", ""))
                .filter(MARKS::contains).collect(Collectors.toSet()).equals(MARKS);
    }

    /** 0 where all of it is imported. */
    int run(Path archive) throws InterruptedException {
        try {
            JsonNode state = client.begin(archive);
            String id = state.path("id").asText();
            progress.begin(state.path("found").asInt(), state.path("found").asInt() + " pictures to import; the service goes on with it by itself");
            while (state.path("state").asText().equals("running")) {
                progress.at(done(state));
                Thread.sleep(PAUSE);
                state = client.begun(id);
            }
            progress.end(done(state));
            client.leftOut(id).path("items").forEach(left -> errors.println(left.path("path").asText() + ": " + left.path("detail").asText()));
            out.println(state.path("imported").asInt() + " imported, " + state.path("existing").asInt() + " were there, "
                    + state.path("failed").asInt() + " failed");
            out.flush();
            errors.flush();
            if (!state.path("failure").asText("").isEmpty() && !state.path("failure").isNull()) {
                errors.println("It ended early: " + state.path("failure").asText());
            }
            return state.path("state").asText().equals("finished") && state.path("failed").asInt() == 0 ? 0 : 1;
        } catch (ImportFailed e) {
            errors.println(e.getMessage());
            return 1;
        }
    }

    private static int done(JsonNode state) {
        return state.path("imported").asInt() + state.path("existing").asInt() + state.path("failed").asInt();
    }
}
