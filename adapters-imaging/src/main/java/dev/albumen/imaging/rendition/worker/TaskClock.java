package dev.albumen.imaging.rendition.worker;

import java.time.Duration;

/**
 * Says when a task has had its time. On a machine that is busy with other things a worker, which comes last, may hardly
 * get a processor; that is not its picture's fault. So a worker that still gets on, but has used less than half of its
 * limit in processor time, has several times as long.
 */
final class TaskClock {

    private static final int STARVING = 4;
    private static final Duration STEP = Duration.ofSeconds(5);
    private static final Duration PROGRESS = Duration.ofMillis(40);

    private final ProcessHandle process;
    private final Duration limit;
    private final long began = System.nanoTime();
    private final Duration usedBefore;
    private long stepBegan = began;
    private Duration usedAtStep;
    private boolean getsOn = true;

    TaskClock(ProcessHandle process, Duration limit) {
        this.process = process;
        this.limit = limit;
        this.usedBefore = used();
        this.usedAtStep = usedBefore;
    }

    Duration limit() {
        return limit;
    }

    boolean isOver() {
        long now = System.nanoTime();
        if (now - stepBegan > Math.min(STEP.toNanos(), limit.toNanos() / 2)) {
            Duration used = used();
            getsOn = used.minus(usedAtStep).compareTo(PROGRESS) > 0;
            usedAtStep = used;
            stepBegan = now;
        }
        if (now - began < limit.toNanos()) {
            return false;
        }
        boolean starved = getsOn && used().minus(usedBefore).compareTo(limit.dividedBy(2)) < 0;
        return !starved || now - began > STARVING * limit.toNanos();
    }

    private Duration used() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
