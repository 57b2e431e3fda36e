package dev.albumen.bootstrap.chaos;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** What was counted and timed during a run, by names for people. */
final class Measures {

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final Map<String, Long> longest = new ConcurrentSkipListMap<>();

    void count(String name) {
        count(name, 1);
    }

    void count(String name, long more) {
        counts.computeIfAbsent(name, any -> new LongAdder()).add(more);
    }

    void took(String name, long milliseconds) {
        longest.merge(name, milliseconds, Math::max);
    }

    long counted(String name) {
        LongAdder count = counts.get(name);
        return count == null ? 0 : count.sum();
    }

    /** -1 where nothing was timed. */
    long longestMs(String name) {
        return longest.getOrDefault(name, -1L);
    }

    Map<String, Long> all() {
        Map<String, Long> all = new TreeMap<>();
        counts.forEach((name, count) -> all.put(name, count.sum()));
        longest.forEach((name, time) -> all.put(name + "MaxMs", time));
        return all;
    }
}
