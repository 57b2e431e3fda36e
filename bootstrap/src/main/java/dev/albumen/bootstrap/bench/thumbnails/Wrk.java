package dev.albumen.bootstrap.bench.thumbnails;

import dev.albumen.bootstrap.bench.BenchFailed;
import dev.albumen.bootstrap.bench.Programs;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The load generator wrk (Debian's package of that name), on one thread. */
public final class Wrk {

    private static final String SCRIPT = "read.lua";
    private static final Pattern TOLD =
            Pattern.compile("told requests=(\\d+) micros=(\\d+) failed=(\\d+) p50=(\\d+) p99=(\\d+) max=(\\d+)");

    private final Path program;
    private final Path folder;
    private final int connections;

    private Wrk(Path program, Path folder, int connections) {
        this.program = program;
        this.folder = folder;
        this.connections = connections;
    }

    /** @param folder for its script and what it is to ask for */
    public static Wrk in(Path folder, int connections) throws IOException {
        Path program = Programs.find("wrk").orElseThrow(() -> new BenchFailed("wrk is not installed (Debian's package wrk)"));
        try (InputStream script = Wrk.class.getResourceAsStream(SCRIPT)) {
            Files.copy(script, folder.resolve(SCRIPT));
        }
        return new Wrk(program, folder, connections);
    }

    /**
     * What came of one run.
     *
     * @param failed requests that were answered with a status above 399, or not at all
     */
    record Run(long requests, double seconds, long failed, double p50Millis, double p99Millis, double maxMillis) {}

    /** Asks for these in turn, again and again. */
    Run run(List<Asked> asked, int seconds) throws IOException {
        Path list = folder.resolve("asked.txt");
        Files.writeString(list, String.join("\n", asked.stream().map(Asked::line).toList()) + "\n", StandardCharsets.US_ASCII);
        URI first = asked.getFirst().address();
        Process process = new ProcessBuilder(program.toString(), "-t1", "-c" + connections, "-d" + seconds + "s",
                        "-s", folder.resolve(SCRIPT).toString(), first.getScheme() + "://" + first.getRawAuthority(), list.toString())
                .redirectErrorStream(true)
                .start();
        try (InputStream output = process.getInputStream()) {
            String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            Matcher told = TOLD.matcher(text);
            if (!told.find()) {
                throw new BenchFailed("wrk did not measure:" + System.lineSeparator() + text);
            }
            return new Run(number(told, 1), number(told, 2) / 1e6, number(told, 3), number(told, 4) / 1e3, number(told, 5) / 1e3,
                    number(told, 6) / 1e3);
        } finally {
            process.destroy();
        }
    }

    private static long number(Matcher told, int group) {
        return Long.parseLong(told.group(group));
    }
}
