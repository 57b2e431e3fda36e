package dev.albumen.bootstrap.bench.load;

import dev.albumen.bootstrap.bench.Figure;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** What came of the deeds of many clients in some time. */
final class Outcome {

    private static final int DIGITS = 3;

    private final Map<Deed, Histogram> good = new EnumMap<>(Deed.class);
    private final Map<Deed, LongAdder> failed = new EnumMap<>(Deed.class);
    private final Histogram turnedAway = new ConcurrentHistogram(DIGITS);
    private double seconds;

    Outcome() {
        for (Deed deed : Deed.values()) {
            good.put(deed, new ConcurrentHistogram(DIGITS));
            failed.put(deed, new LongAdder());
        }
    }

    /** @param retryAfter what the answer says of it; negative where it says nothing */
    void answered(Deed deed, int status, int retryAfter, long nanos) {
        if (status == deed.due()) {
            good.get(deed).recordValue(nanos / 1000);
        } else if ((status == 429 || status == 503) && retryAfter > 0) {
            turnedAway.recordValue(nanos / 1000);
        } else {
            failed.get(deed).increment();
        }
    }

    /** The connection broke, or no answer came in time. */
    void broke(Deed deed) {
        failed.get(deed).increment();
    }

    Outcome lasting(double time) {
        seconds = time;
        return this;
    }

    long failed() {
        return failed.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** Good answers per second. */
    double rate() {
        return all().getTotalCount() / seconds;
    }

    Histogram all() {
        Histogram all = new Histogram(DIGITS);
        good.values().forEach(all::add);
        return all;
    }

    Figure figure(String name, Deed deed) {
        return Figure.rate(name, "requests/s", good.get(deed), seconds, failed.get(deed).sum());
    }

    Figure figure(String name) {
        return Figure.rate(name, "requests/s", all(), seconds, failed());
    }

    /** Those that were told when to come again. */
    Figure turnedAway(String name) {
        return Figure.rate(name, "requests/s", turnedAway, seconds, 0);
    }
}
