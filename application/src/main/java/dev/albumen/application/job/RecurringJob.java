package dev.albumen.application.job;

import java.time.Duration;

/**
 * Work that comes back: first when the instance first starts, then each time the pause has passed since its last end, on
 * one node at a time. A failure waits for the next turn.
 *
 * @param name identifies it over restarts: lower-case words with dashes
 */
public record RecurringJob(String name, Duration every, Runnable work) {

    public RecurringJob {
        if (!name.matches("[a-z]+(-[a-z]+)*")) {
            throw new IllegalArgumentException("not a job's name: " + name);
        }
        if (!every.isPositive()) {
            throw new IllegalArgumentException("not a pause: " + every);
        }
    }
}
