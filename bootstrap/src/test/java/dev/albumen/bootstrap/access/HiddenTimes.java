package dev.albumen.bootstrap.access;

import dev.albumen.bootstrap.process.Client;
import java.util.ArrayList;
import java.util.List;

/** How long it takes to be told that something is not there, where it is and where it is not. */
final class HiddenTimes {

    /** More than this could be told apart over a network. */
    static final double MOST_MILLIS = 5;
    /** A difference after so many that is clearly below the limit needs no more of them. */
    private static final int FEW = 25;
    private static final double CLEARLY_LESS = MOST_MILLIS / 2;
    private static final int TRIES = 1000;
    /** Of the times, from the shortest on, that are passed over: whatever else the machine does only adds to them. */
    private static final double SHORTEST = 0.1;
    private static final double NANOS = 1e6;

    private HiddenTimes() {}

    /**
     * The difference of what both take at least, but for their shortest times; both are asked for in turns, so that whatever else
     * the machine does meets both. Asks again and again, up to {@link #TRIES} times, while it is not clearly below
     * {@link #MOST_MILLIS}.
     */
    static double millisApart(Row row, Row.Case one, Client client) {
        List<Long> hidden = new ArrayList<>();
        List<Long> missing = new ArrayList<>();
        double apart;
        do {
            for (int i = 0; i < FEW; i++) {
                hidden.add(nanos(row, one.path(), client));
                missing.add(nanos(row, one.missing(), client));
            }
            apart = Math.abs(atLeast(hidden) - atLeast(missing)) / NANOS;
        } while (apart >= CLEARLY_LESS && hidden.size() < TRIES);
        return apart;
    }

    private static long nanos(Row row, String path, Client client) {
        long start = System.nanoTime();
        row.request().send(client, path).expect(404);
        return System.nanoTime() - start;
    }

    /** What a median says jumps where the processor is taken away for a while each time. */
    private static double atLeast(List<Long> times) {
        return times.stream().sorted().skip((long) (SHORTEST * times.size())).findFirst().orElseThrow();
    }
}
