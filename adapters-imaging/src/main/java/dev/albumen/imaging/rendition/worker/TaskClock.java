package dev.albumen.imaging.rendition.worker;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Says when a task has had its time. On a machine that is busy with other things a worker, which comes last, may hardly
 * get a processor; that is not its picture's fault. So a worker that still gets on, but has used less than half of its
 * limit in processor time, has {@value #STARVING} times as long.
 */
final class TaskClock {

    static final int STARVING = 4;
    private static final long LOOK_EVERY_NANOS = Duration.ofSeconds(5).toNanos();
    /** In one look; what waits for something or hangs uses less. */
    private static final Duration PROGRESS = Duration.ofMillis(40);

    private final Duration limit;
    private final LongSupplier nanoTime;
    private final Supplier<Duration> processorTime;
    private final long began;
    private final Duration usedBefore;
    private final long lookEveryNanos;
    private long lookedAt;
    private Duration usedThen;
    private boolean getsOn = true;

    /** @param processorTime that the worker has used since it was started; always the same where that is not known */
    TaskClock(Duration limit, LongSupplier nanoTime, Supplier<Duration> processorTime) {
        this.limit = limit;
        this.nanoTime = nanoTime;
        this.processorTime = processorTime;
        this.began = nanoTime.getAsLong();
        this.usedBefore = processorTime.get();
        this.lookEveryNanos = Math.min(LOOK_EVERY_NANOS, limit.toNanos() / 2);
        this.lookedAt = began;
        this.usedThen = usedBefore;
    }

    static TaskClock of(ProcessHandle worker, Duration limit) {
        return new TaskClock(limit, System::nanoTime, () -> worker.info().totalCpuDuration().orElse(Duration.ZERO));
    }

    Duration limit() {
        return limit;
    }

    /** To be asked often: it sees what happens from one call to the next. */
    boolean isOver() {
        long now = nanoTime.getAsLong();
        if (now - lookedAt >= lookEveryNanos) {
            Duration used = processorTime.get();
            getsOn = used.minus(usedThen).compareTo(PROGRESS) >= 0;
            usedThen = used;
            lookedAt = now;
        }
        if (now - began < limit.toNanos()) {
            return false;
        }
        return !isStarved() || now - began >= STARVING * limit.toNanos();
    }

    private boolean isStarved() {
        return getsOn && processorTime.get().minus(usedBefore).compareTo(limit.dividedBy(2)) < 0;
    }
}
