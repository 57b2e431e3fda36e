package dev.albumen.bootstrap.chaos;

import java.util.Map;

/**
 * What came of a call.
 *
 * @param status of the answer; {@link #NONE} where the connection died or nothing came in time
 * @param answer what {@link Action} names, and from every refusal {@code code} and, where it was there, {@code retryAfter}
 * @param endMs since the epoch, by the clock of the run
 */
record Outcome(long call, String status, Map<String, String> answer, long endMs) {

    static final String NONE = "none";

    Outcome {
        answer = Map.copyOf(answer);
    }
}
