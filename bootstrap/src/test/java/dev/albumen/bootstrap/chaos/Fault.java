package dev.albumen.bootstrap.chaos;

/**
 * What was done to the system on purpose.
 *
 * @param kind such as {@code kill-node}
 * @param target such as {@code node 1}
 * @param atMs since the epoch, by the clock of the run
 */
record Fault(String kind, String target, long atMs) {}
