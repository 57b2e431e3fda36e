package dev.albumen.bootstrap.access;

import dev.albumen.bootstrap.process.Client;
import java.util.Arrays;

/** How long it takes to be told that something is not there, where it is and where it is not. */
final class HiddenTimes {

    /** More than this could be told apart over a network. */
    static final double MOST_MILLIS = 5;
    private static final int TRIES = 200;
    private static final double NANOS = 1e6;

    private HiddenTimes() {}

    /** The difference of the medians; both are asked for in turns, so that whatever else the machine does meets both. */
    static double millisApart(Row row, Row.Case one, Client client) {
        long[] hidden = new long[TRIES];
        long[] missing = new long[TRIES];
        for (int i = 0; i < TRIES; i++) {
            hidden[i] = nanos(row, one.path(), client);
            missing[i] = nanos(row, one.missing(), client);
        }
        return Math.abs(median(hidden) - median(missing)) / NANOS;
    }

    private static long nanos(Row row, String path, Client client) {
        long start = System.nanoTime();
        row.request().send(client, path).expect(404);
        return System.nanoTime() - start;
    }

    private static double median(long[] times) {
        Arrays.sort(times);
        return times[TRIES / 2];
    }
}
