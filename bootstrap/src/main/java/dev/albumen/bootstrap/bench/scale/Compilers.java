package dev.albumen.bootstrap.bench.scale;

import dev.albumen.bootstrap.bench.ProcessUsage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the JVMs' own compilers take. HotSpot starts and ends their threads as there is something to do. */
final class Compilers {

    private static final List<String> NAMES = List.of("C1 Compiler", "C2 Compiler");

    private final List<ProcessHandle> nodes;
    private final Map<String, Double> before;

    private Compilers(List<ProcessHandle> nodes) {
        this.nodes = nodes;
        this.before = times(nodes);
    }

    static Compilers of(List<ProcessHandle> nodes) {
        return new Compilers(nodes);
    }

    /** Without that of threads that have ended meanwhile, which was little: they end where there is nothing to do. */
    double millisSince() {
        return times(nodes).entrySet().stream()
                .mapToDouble(thread -> thread.getValue() - before.getOrDefault(thread.getKey(), 0.0)).sum();
    }

    private static Map<String, Double> times(List<ProcessHandle> nodes) {
        Map<String, Double> times = new HashMap<>();
        nodes.forEach(node -> NAMES.forEach(name -> times.putAll(ProcessUsage.threadsCpuMillis(node.pid(), name))));
        return times;
    }
}
