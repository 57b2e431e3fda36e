package dev.albumen.bootstrap.bench.scale;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.albumen.bootstrap.bench.Telling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What came out.
 *
 * @param alone one node that is asked as often as each of the second, the third and so on of {@code nodes}; empty where nodes were
 *     asked as fast as they answer
 * @param databaseBytesPerImage of the many images: rows and indexes, without what people write about them
 */
record ScaleReport(List<OfNodes> nodes, List<OfNodes> alone, List<Growth> growth, Of listing, double databaseBytesPerImage)
        implements Telling.Told {

    /**
     * So many nodes under the same load; medians of the rounds.
     *
     * @param cpuMillisPerRequest of all nodes and the database, without the JVMs' compilers
     * @param compilingMillisPerRequest of those alone
     * @param waitingForLocks the most sessions that waited for another's lock at any of the moments looked at
     */
    record OfNodes(int nodes, double requestsPerSecond, double cpuMillisPerRequest, double compilingMillisPerRequest,
            double statementsPerRequest, int waitingForLocks) {}

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
                Stream.of("nodes  requests/s  CPU ms/request  compiling  statements/request  waiting for locks"),
                nodes.stream().map(row -> line(row, row, one)),
                alone.isEmpty() ? Stream.<String>empty() : Stream.of("", "one that is asked as often as each of them, and what they take of that:"),
                IntStream.range(0, alone.size()).mapToObj(i -> line(alone.get(i), nodes.get(i + 1), alone.get(i))),
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

    /** In brackets, what some nodes take of what others do. */
    private static String line(OfNodes row, OfNodes some, OfNodes others) {
        return text("%5d  %10.0f  %6.3f (%5.3f)  %9.3f  %10.3f (%5.3f)  %17d", row.nodes(), row.requestsPerSecond(),
                row.cpuMillisPerRequest(), some.cpuMillisPerRequest() / others.cpuMillisPerRequest(), row.compilingMillisPerRequest(),
                row.statementsPerRequest(), some.statementsPerRequest() / others.statementsPerRequest(), row.waitingForLocks());
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
