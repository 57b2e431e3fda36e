package dev.albumen.rest.shared;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** One gate for each kind of work, on this node. */
@Singleton
public final class Gates {

    private final Map<Load, Gate> gates = new EnumMap<>(Load.class);
    private final Map<Load, LongAdder> turnedAway = new EnumMap<>(Load.class);
    private final Duration longestWait;

    Gates(LoadLimits limits) {
        for (Load load : Load.values()) {
            int atOnce = limits.atOnce(load);
            gates.put(load, new Gate(atOnce, atOnce * limits.waiting()));
            turnedAway.put(load, new LongAdder());
        }
        longestWait = limits.longestWait();
    }

    Gate of(Load load) {
        return gates.get(load);
    }

    Duration longestWait() {
        return longestWait;
    }

    void turnAway(Load load) {
        turnedAway.get(load).increment();
    }

    /** Requests that are worked on now. */
    public int inside(Load load) {
        return gates.get(load).inside();
    }

    /** Requests that wait until they are worked on. */
    public int waiting(Load load) {
        return gates.get(load).waiting();
    }

    /** Requests that were turned away since the start. */
    public long turnedAway(Load load) {
        return turnedAway.get(load).sum();
    }
}
