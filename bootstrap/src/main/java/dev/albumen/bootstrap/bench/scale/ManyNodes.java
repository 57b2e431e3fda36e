package dev.albumen.bootstrap.bench.scale;

import dev.albumen.bootstrap.bench.ProcessUsage;
import dev.albumen.persistence.shared.MeasuredDatabase;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The same load on one node, on two, and on four, in turns. All of them run all the time, and each round begins with another one, so
 * that none is more used to its work than the others. What they and a change take while nobody asks anything is measured in each
 * round and counts, with the changes that were made, for no request. What the JVMs' compilers take is told beside the rest: each node
 * does that once, over many more requests than a bench has time for.
 */
record ManyNodes(Fleet fleet, Load load, Changes changes, int rounds) {

    /** Turns in which nodes get used to their work before any is measured. */
    private static final int WARM = 30;

    /**
     * What so many nodes take.
     *
     * @param alone what one takes that is asked as seldom as each of the second, the third and so on of {@code nodes}: a node that
     *     has less to do takes more time for it, also where there is no other
     */
    record Measured(List<ScaleReport.OfNodes> nodes, List<ScaleReport.OfNodes> alone) {}

    Measured measure(Library library, List<Integer> counts) {
        List<String> paths = inTurns(library.lists(), library.searches(), library.shares());
        Map<String, String> headers = library.owner().authorization();
        for (int turn = 0; turn < WARM; turn++) {
            load.unbounded().run(fleet.addresses(), paths, headers);
        }
        Map<Integer, List<ScaleReport.OfNodes>> turns = new HashMap<>();
        Map<Integer, List<ScaleReport.OfNodes>> alone = new HashMap<>();
        for (int round = 0; round < rounds; round++) {
            List<URI> nodes = new ArrayList<>(fleet.addresses());
            Collections.rotate(nodes, round);
            Taken idle = taken(() -> {
                LockSupport.parkNanos((long) (load.seconds() * counts.getLast() * 1e9)); // as long as the longest turn
                return 0;
            });
            for (int count : counts) {
                turns.computeIfAbsent(count, _ -> new ArrayList<>()).add(turn(load, nodes.subList(0, count), paths, headers, idle));
                if (count > 1 && load.isBounded()) {
                    alone.computeIfAbsent(count, _ -> new ArrayList<>())
                            .add(turn(load.ofEach(count), nodes.subList(0, 1), paths, headers, idle));
                }
            }
        }
        return new Measured(medians(counts, turns), medians(counts, alone));
    }

    /** One of each, and again: every turn asks for as much of each kind, however far it gets. */
    private static List<String> inTurns(List<String> lists, List<String> searches, List<String> shares) {
        return IntStream.range(0, lists.size()).boxed()
                .flatMap(i -> Stream.of(lists.get(i), searches.get(i % searches.size()), shares.get(i % shares.size()))).toList();
    }

    private ScaleReport.OfNodes turn(Load load, List<URI> nodes, List<String> paths, Map<String, String> headers, Taken idle) {
        LockWaits waits = LockWaits.watch(fleet);
        Taken taken = taken(() -> load.run(nodes, paths, headers));
        double share = (double) taken.changes() / idle.changes();
        return new ScaleReport.OfNodes(nodes.size(), taken.requests() / taken.seconds(),
                (taken.cpuMillis() - idle.cpuMillis() * share) / taken.requests(), taken.compilingMillis() / taken.requests(),
                (taken.statements() - idle.statements() * share) / taken.requests(), waits.most());
    }

    /** What requests took, and all else meanwhile but the compilers, which are told apart. */
    private record Taken(double seconds, double cpuMillis, double compilingMillis, double statements, long changes, long requests) {}

    private Taken taken(LongSupplier work) {
        Compilers compilers = Compilers.of(fleet.nodes());
        Mark before = Mark.of(fleet, changes);
        long requests = work.getAsLong();
        Mark after = Mark.of(fleet, changes);
        double compiling = compilers.millisSince();
        return new Taken((after.nanos() - before.nanos()) / 1e9, after.cpuMillis() - before.cpuMillis() - compiling, compiling,
                after.statements() - before.statements(), after.changes() - before.changes(), requests);
    }

    /** What had been taken at a moment. */
    private record Mark(long nanos, double cpuMillis, long statements, long changes) {

        static Mark of(Fleet fleet, Changes changes) {
            return new Mark(System.nanoTime(), ProcessUsage.cpuMillis(fleet.processes()), fleet.ask(MeasuredDatabase::statements),
                    changes.made());
        }
    }

    private static List<ScaleReport.OfNodes> medians(List<Integer> counts, Map<Integer, List<ScaleReport.OfNodes>> turns) {
        return counts.stream().filter(turns::containsKey).map(count -> median(turns.get(count))).toList();
    }

    private static ScaleReport.OfNodes median(List<ScaleReport.OfNodes> turns) {
        return new ScaleReport.OfNodes(turns.getFirst().nodes(), median(turns, ScaleReport.OfNodes::requestsPerSecond),
                median(turns, ScaleReport.OfNodes::cpuMillisPerRequest), median(turns, ScaleReport.OfNodes::compilingMillisPerRequest),
                median(turns, ScaleReport.OfNodes::statementsPerRequest),
                turns.stream().map(ScaleReport.OfNodes::waitingForLocks).max(Comparator.naturalOrder()).orElseThrow());
    }

    private static double median(List<ScaleReport.OfNodes> turns, ToDoubleFunction<ScaleReport.OfNodes> figure) {
        return turns.stream().mapToDouble(figure).sorted().toArray()[turns.size() / 2];
    }
}
