package dev.albumen.imaging.rendition.worker;

import java.time.Duration;

/**
 * What one picture may cost.
 *
 * @param time from the task to the answer
 * @param memoryMebibytes of the worker's process, all that it holds in memory; looked at where the system tells (Linux)
 */
public record WorkerLimits(Duration time, int memoryMebibytes) {

    public static final WorkerLimits DEFAULT = new WorkerLimits(Duration.ofSeconds(30), 1024);
}
