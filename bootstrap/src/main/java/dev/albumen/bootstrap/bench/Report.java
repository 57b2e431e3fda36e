package dev.albumen.bootstrap.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Figures with the machine and the settings that they were taken with. */
public record Report(Map<String, Object> machine, Map<String, Object> settings, List<Figure> figures) implements Telling.Told {

    private static final List<String> HEAD = List.of("figure", "value", "", "p50 ms", "p99 ms", "requests", "failed");
    private static final int LEFT_ALIGNED = 0;
    private static final int UNIT = 2;

    public static Map<String, Object> thisMachine() {
        return Map.of(
                "processors", Runtime.getRuntime().availableProcessors(),
                "system", System.getProperty("os.name") + " " + System.getProperty("os.version"),
                "java", System.getProperty("java.version"));
    }

    @Override
    public String json() {
        try {
            return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String table() {
        List<List<String>> rows = IntStream.rangeClosed(0, figures.size())
                .mapToObj(i -> i == 0 ? HEAD : row(figures.get(i - 1)))
                .toList();
        int[] widths = IntStream.range(0, HEAD.size())
                .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
                .toArray();
        return rows.stream()
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(column -> padded(row.get(column), widths[column], column == LEFT_ALIGNED || column == UNIT))
                        .collect(Collectors.joining("  "))
                        .stripTrailing())
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static List<String> row(Figure figure) {
        String value = figure.value() == null ? "not available" : number(figure.value());
        Figure.Latency latency = figure.latency();
        return latency == null
                ? List.of(figure.name(), value, figure.unit(), "", "", "", "")
                : List.of(figure.name(), value, figure.unit(), number(latency.p50()), number(latency.p99()),
                        Long.toString(latency.requests()), Long.toString(figure.failed()));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%.0f" : "%.2f", value);
    }

    private static String padded(String cell, int width, boolean left) {
        String blanks = " ".repeat(width - cell.length());
        return left ? cell + blanks : blanks + cell;
    }
}
