package dev.albumen.bootstrap.chaos;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a run came to.
 *
 * @param measures of {@link Measures}
 * @param skipped faults that could not be had here, and why
 */
record Result(Options options, Verdict verdict, Map<String, Long> measures, List<String> skipped) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Whether the verdict is clean, and every node was ready within the promised time of the database's return. */
    boolean kept() {
        return verdict.clean() && measures.getOrDefault(DatabaseFaults.TOO_LATE, 0L) == 0;
    }

    String json() {
        try {
            ObjectNode json = (ObjectNode) JSON.readTree(verdict.json());
            ObjectNode run = json.putObject("run");
            run.put("seed", options.seed()).put("faultSeconds", options.faults().toSeconds()).put("nodes", options.nodes())
                    .put("clients", options.clients()).put("storage", options.storage().name().toLowerCase(Locale.ROOT));
            measures.forEach(run::put);
            skipped.forEach(run.putArray("skipped")::add);
            return json.put("kept", kept()).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For people. */
    String table() {
        StringBuilder table = new StringBuilder();
        try {
            JSON.readTree(verdict.json()).properties().forEach(entry -> {
                if (!entry.getKey().equals("findings")) {
                    table.append(row(entry.getKey(), entry.getValue().asText()));
                }
            });
            measures.forEach((name, value) -> table.append(row(name, value.toString())));
            skipped.forEach(what -> table.append("  skipped: ").append(what).append('\n'));
            JSON.readTree(verdict.json()).path("findings").properties().forEach(entry -> {
                table.append("  ").append(entry.getKey()).append(":\n");
                entry.getValue().forEach(found -> table.append("    ").append(found.asText()).append('\n'));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table.toString();
    }

    private static String row(String name, String value) {
        return String.format("  %-32s %10s%n", name, value);
    }
}
