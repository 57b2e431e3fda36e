package dev.albumen.bootstrap.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** Of those threads of a process that there are now and whose name begins so, by their ids. */
    public static Map<String, Double> threadsCpuMillis(long pid, String name) {
        Path tasks = Path.of("/proc", Long.toString(pid), "task");
        try (Stream<Path> threads = Files.list(tasks)) {
            Map<String, Double> times = new HashMap<>();
            for (Path thread : threads.toList()) {
                stat(thread).filter(stat -> stat.name().startsWith(name)).ifPresent(stat ->
                        times.put(thread.getFileName().toString(), stat.ticks(OWN_TIME) * TICK_MILLIS));
            }
            return times;
        } catch (IOException e) {
            throw new BenchFailed("process " + pid + " has ended, or this is no Linux: its threads cannot be told");
        }
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

    private static long ticks(long pid, int field) {
        return stat(Path.of("/proc", Long.toString(pid))).map(stat -> stat.ticks(field)).orElseThrow(() ->
                new BenchFailed("process " + pid + " has ended, or this is no Linux: its processor time cannot be told"));
    }

    /** None where the process or the thread has ended. */
    private static Optional<Stat> stat(Path folder) {
        try {
            String line = Files.readString(folder.resolve("stat"));
            // the name may hold anything, blanks and brackets too
            int end = line.lastIndexOf(')');
            return Optional.of(new Stat(line.substring(line.indexOf('(') + 1, end), line.substring(end + 2).split(" ")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private record Stat(String name, String[] fields) {

        /** User and system time, which follow each other. */
        long ticks(int field) {
            return Long.parseLong(fields[field]) + Long.parseLong(fields[field + 1]);
        }
    }
}
