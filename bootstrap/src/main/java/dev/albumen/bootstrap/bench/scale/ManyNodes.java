package dev.albumen.bootstrap.bench.scale;

import dev.albumen.bootstrap.bench.ProcessUsage;
import dev.albumen.persistence.shared.MeasuredDatabase;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The same load on one node, on two, and on four, in turns. All of them run all the time; what they and the changes take while nobody
 * asks anything is measured in each round and counts for no request.
 */
record ManyNodes(Fleet fleet, Load load, int rounds) {

    List<ScaleReport.OfNodes> measure(Library library, List<Integer> counts) {
        List<String> paths = Stream.of(library.lists(), library.searches(), library.shares()).flatMap(List::stream).toList();
        Map<String, String> headers = library.owner().authorization();
        load.run(fleet.addresses(), paths, headers); // all of them are warm before any is measured
        load.run(fleet.addresses(), paths, headers);
        Map<Integer, List<ScaleReport.OfNodes>> turns = new HashMap<>();
        for (int round = 0; round < rounds; round++) {
            Taken idle = Taken.since(Mark.of(fleet), fleet, () -> {
                LockSupport.parkNanos((long) (load.seconds() * 1e9));
                return 0;
            });
            for (int count : counts) {
                turns.computeIfAbsent(count, _ -> new ArrayList<>()).add(turn(count, paths, library.owner().authorization(), idle));
            }
        }
        return counts.stream().map(count -> median(turns.get(count))).toList();
    }

    private ScaleReport.OfNodes turn(int count, List<String> paths, Map<String, String> headers, Taken idle) {
        List<URI> nodes = fleet.addresses().subList(0, count);
        LockWaits waits = LockWaits.watch(fleet);
        Taken taken = Taken.since(Mark.of(fleet), fleet, () -> load.run(nodes, paths, headers));
        double share = taken.seconds() / idle.seconds();
        return new ScaleReport.OfNodes(count, taken.requests() / taken.seconds(),
                (taken.cpuMillis() - idle.cpuMillis() * share) / taken.requests(),
                (taken.statements() - idle.statements() * share) / taken.requests(), waits.most());
    }

    /** What had been taken at a moment. */
    private record Mark(long nanos, double cpuMillis, long statements) {

        static Mark of(Fleet fleet) {
            return new Mark(System.nanoTime(), ProcessUsage.cpuMillis(fleet.processes()), fleet.ask(MeasuredDatabase::statements));
        }
    }

    /** What requests took, and all else meanwhile. */
    private record Taken(double seconds, double cpuMillis, double statements, long requests) {

        static Taken since(Mark before, Fleet fleet, LongSupplier work) {
            long requests = work.getAsLong();
            Mark after = Mark.of(fleet);
            return new Taken((after.nanos() - before.nanos()) / 1e9, after.cpuMillis() - before.cpuMillis(),
                    after.statements() - before.statements(), requests);
        }
    }

    private static ScaleReport.OfNodes median(List<ScaleReport.OfNodes> turns) {
        return new ScaleReport.OfNodes(turns.getFirst().nodes(), median(turns, ScaleReport.OfNodes::requestsPerSecond),
                median(turns, ScaleReport.OfNodes::cpuMillisPerRequest), median(turns, ScaleReport.OfNodes::statementsPerRequest),
                turns.stream().map(ScaleReport.OfNodes::waitingForLocks).max(Comparator.naturalOrder()).orElseThrow());
    }

    private static double median(List<ScaleReport.OfNodes> turns, ToDoubleFunction<ScaleReport.OfNodes> figure) {
        return turns.stream().mapToDouble(figure).sorted().toArray()[turns.size() / 2];
    }
}
