package dev.albumen.application.shared;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** UUIDs of version 7, the same ones in the same order on every run, one millisecond apart. */
public final class SequentialIds implements Ids {

    private static final long START = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final AtomicLong made = new AtomicLong();

    @Override
    public UUID next() {
        return nth(made.incrementAndGet());
    }

    /** The id that the n-th call gives, counted from 1. */
    public static UUID nth(long n) {
        return new UUID((START + n) << 16 | VERSION, VARIANT | n);
    }
}
