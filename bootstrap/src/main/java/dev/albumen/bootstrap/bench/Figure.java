package dev.albumen.bootstrap.bench;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was measured.
 *
 * @param name stable, for programs
 * @param value {@code null} where it could not be measured here
 * @param latency of the requests it is made of; {@code null} where it is not made of requests
 * @param failed requests with another status than was due
 */
public record Figure(String name, @Nullable Double value, String unit, @Nullable Latency latency, long failed) {

    /** How long requests took, in milliseconds. */
    public record Latency(double p50, double p99, double max, long requests) {

        /** @param histogram of microseconds */
        public static Latency of(Histogram histogram) {
            return new Latency(
                    histogram.getValueAtPercentile(50) / 1000.0,
                    histogram.getValueAtPercentile(99) / 1000.0,
                    histogram.getMaxValue() / 1000.0,
                    histogram.getTotalCount());
        }
    }

    /** One that is not made of requests. */
    public static Figure plain(String name, double value, String unit) {
        return new Figure(name, value, unit, null, 0);
    }

    /** One that cannot be had here. */
    public static Figure unavailable(String name, String unit) {
        return new Figure(name, null, unit, null, 0);
    }

    /** @param latencies of all requests, in microseconds */
    public static Figure rate(String name, String unit, Histogram latencies, double seconds, long failed) {
        return new Figure(name, latencies.getTotalCount() / seconds, unit, Latency.of(latencies), failed);
    }
}
