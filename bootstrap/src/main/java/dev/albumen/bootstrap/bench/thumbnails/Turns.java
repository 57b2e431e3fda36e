package dev.albumen.bootstrap.bench.thumbnails;

import dev.albumen.bootstrap.bench.Figure;
import dev.albumen.bootstrap.bench.ProcessUsage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Servers that are asked for the same things in turns.
 *
 * @param seconds of each turn
 * @param warm seconds of each server's first turn, which does not count
 */
public record Turns(Wrk wrk, int rounds, int seconds, int warm) {

    /**
     * One that takes its turns.
     *
     * @param processes whose processor time counts; empty where it is not known
     */
    public record Server(String figure, List<Asked> asked, List<ProcessHandle> processes) {}

    private record Turn(Wrk.Run run, double cpuMillis) {

        double rate() {
            return run.requests() / run.seconds();
        }

        double cpuMicrosPerRequest() {
            return cpuMillis * 1000 / run.requests();
        }
    }

    /** Rate and processor time of each server, and the first one's rate in parts of the last one's. */
    public List<Figure> take(List<Server> servers) throws IOException {
        List<List<Turn>> turns = new ArrayList<>();
        for (Server server : servers) {
            turns.add(new ArrayList<>());
            if (warm > 0) {
                wrk.run(server.asked(), warm);
            }
        }
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < servers.size(); i++) {
                turns.get(i).add(turn(servers.get(i)));
            }
        }
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < servers.size(); i++) {
            figures.addAll(figures(servers.get(i), turns.get(i)));
        }
        if (servers.size() > 1) {
            double ratio = median(turns.getFirst(), Turn::rate) / median(turns.getLast(), Turn::rate);
            figures.add(Figure.plain(servers.getFirst().figure() + "-ratio", ratio, "of nginx"));
        }
        return figures;
    }

    private Turn turn(Server server) throws IOException {
        double before = ProcessUsage.cpuMillis(server.processes());
        Wrk.Run run = wrk.run(server.asked(), seconds);
        return new Turn(run, ProcessUsage.cpuMillis(server.processes()) - before);
    }

    private static List<Figure> figures(Server server, List<Turn> turns) {
        Figure.Latency latency = new Figure.Latency(
                median(turns, turn -> turn.run().p50Millis()),
                median(turns, turn -> turn.run().p99Millis()),
                median(turns, turn -> turn.run().maxMillis()),
                turns.stream().mapToLong(turn -> turn.run().requests()).sum());
        long failed = turns.stream().mapToLong(turn -> turn.run().failed()).sum();
        String cpu = server.figure() + "-cpu";
        return List.of(
                new Figure(server.figure(), median(turns, Turn::rate), "requests/s", latency, failed),
                server.processes().isEmpty()
                        ? Figure.unavailable(cpu, "µs/request")
                        : Figure.plain(cpu, median(turns, Turn::cpuMicrosPerRequest), "µs/request"));
    }

    private static double median(List<Turn> turns, ToDoubleFunction<Turn> of) {
        double[] sorted = turns.stream().mapToDouble(of).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
