package dev.albumen.bootstrap.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a process took, as Linux tells under {@code /proc} (proc(5)). */
public final class ProcessUsage {

    /** Of a clock tick, which is a hundredth of a second on every Linux there is. */
    private static final double TICK_MILLIS = 10;
    private static final int OWN_TIME = 11;
    private static final int CHILDRENS_TIME = 13;

    private ProcessUsage() {}

    public static double cpuMillis(long pid) {
        return ticks(pid, OWN_TIME) * TICK_MILLIS;
    }

    /** Of these processes and all that they started, those too that have ended. */
    public static double cpuMillis(List<ProcessHandle> roots) {
        double ofEnded = roots.stream().mapToDouble(root -> childrensCpuMillis(root.pid())).sum();
        return ofEnded + withDescendants(roots).mapToDouble(ProcessUsage::cpuMillisOrNone).sum();
    }

    /** Of one that may end in this moment: then its time is its parent's. */
    private static double cpuMillisOrNone(ProcessHandle process) {
        try {
            return cpuMillis(process.pid());
        } catch (BenchFailed ended) {
            return 0;
        }
    }

    /** Each of them once. */
    static Stream<ProcessHandle> withDescendants(List<ProcessHandle> roots) {
        return roots.stream().flatMap(root -> Stream.concat(Stream.of(root), root.descendants())).distinct();
    }

    /** Of those children that have ended. */
    public static double childrensCpuMillis(long pid) {
        return ticks(pid, CHILDRENS_TIME) * TICK_MILLIS;
    }

    public static void resetPeak(long pid) {
        try {
            Files.writeString(Path.of("/proc", Long.toString(pid), "clear_refs"), "5");
        } catch (IOException e) {
            // then the peak is that of the whole run
        }
    }

    /** Of what the process holds in memory, in bytes; 0 where it has ended. */
    public static long peakBytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException e) {
            return 0;
        }
    }

    /** User and system time, which follow each other. */
    private static long ticks(long pid, int field) {
        try {
            String line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // the name before may hold anything, blanks too
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return Long.parseLong(fields[field]) + Long.parseLong(fields[field + 1]);
        } catch (IOException e) {
            throw new BenchFailed("process " + pid + " has ended, or this is no Linux: its processor time cannot be told");
        }
    }
}
