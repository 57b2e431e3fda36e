package dev.albumen.bootstrap.bench.scale;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.albumen.bootstrap.bench.Telling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What came out.
 *
 * @param databaseBytesPerImage of the many images: rows and indexes, without what people write about them
 */
record ScaleReport(List<OfNodes> nodes, List<Growth> growth, Of listing, double databaseBytesPerImage) implements Telling.Told {

    /**
     * So many nodes under the same load; medians of the rounds.
     *
     * @param cpuMillisPerRequest of all nodes and the database
     * @param waitingForLocks the most sessions that waited for another's lock at any of the moments looked at
     */
    record OfNodes(int nodes, double requestsPerSecond, double cpuMillisPerRequest, double statementsPerRequest, int waitingForLocks) {}

    /** One kind of request of an owner of few images, and of one of many. */
    record Growth(String work, double p99Millis10k, double p99Millis1m) {}

    /** @param pgbenchPerSecond of the same statements; {@code null} where there is no pgbench */
    record Of(double requestsPerSecond, @Nullable Double pgbenchPerSecond) {}

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
        OfNodes one = nodes.getFirst();
        Double pgbench = listing.pgbenchPerSecond();
        return Stream.of(
                Stream.of("nodes  requests/s  CPU ms/request  statements/request  waiting for locks"),
                nodes.stream().map(row -> text("%5d  %10.0f  %6.3f (%5.3f)  %10.3f (%5.3f)  %17d", row.nodes(), row.requestsPerSecond(),
                        row.cpuMillisPerRequest(), row.cpuMillisPerRequest() / one.cpuMillisPerRequest(),
                        row.statementsPerRequest(), row.statementsPerRequest() / one.statementsPerRequest(), row.waitingForLocks())),
                Stream.of("", "p99 ms              few       many"),
                growth.stream().map(row -> text("%-12s  %9.2f  %9.2f (%.2f)", row.work(), row.p99Millis10k(), row.p99Millis1m(),
                        row.p99Millis1m() / row.p99Millis10k())),
                Stream.of("", pgbench == null
                        ? text("listing: %.0f requests/s; pgbench is not installed", listing.requestsPerSecond())
                        : text("listing: %.0f requests/s, %.2f of pgbench's %.0f", listing.requestsPerSecond(),
                                listing.requestsPerSecond() / pgbench, pgbench)),
                Stream.of(text("database: %.0f bytes per image", databaseBytesPerImage)))
                .flatMap(lines -> lines)
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
