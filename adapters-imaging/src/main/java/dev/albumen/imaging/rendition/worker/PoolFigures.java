package dev.albumen.imaging.rendition.worker;

import java.time.Duration;
import java.util.Map;

/**
 * What a pool does and has done since it was made.
 *
 * @param size workers at most
 * @param alive workers that run now
 * @param busy workers that are given a picture now
 * @param waiting pictures that wait for a worker now
 * @param tasks that were answered, whatever the answer
 * @param working time that answered tasks took, in sum
 * @param ends workers that are no more, by reason
 */
public record PoolFigures(
        int size, int alive, int busy, int waiting, long tasks, Duration working, Map<EndReason, Long> ends) {}
