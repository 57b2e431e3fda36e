package dev.albumen.bootstrap.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** How much memory processes take, as the kernel counts it. */
public final class Memory {

    private static final String PREFIX = "Pss:";

    private Memory() {}

    /**
     * The proportional set size of processes and all that they started, in MiB: what they share among themselves counts
     * once. Empty where the system does not tell.
     */
    public static OptionalDouble of(List<ProcessHandle> roots) {
        double kib = 0;
        for (ProcessHandle process : ProcessUsage.withDescendants(roots).toList()) {
            try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "smaps_rollup"))) {
                kib += lines.filter(line -> line.startsWith(PREFIX))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum();
            } catch (IOException | java.io.UncheckedIOException e) {
                if (process.isAlive()) {
                    return OptionalDouble.empty();
                }
            }
        }
        return kib > 0 ? OptionalDouble.of(kib / 1024) : OptionalDouble.empty();
    }
}
