package dev.albumen.bootstrap.chaos;

import java.time.Duration;

/**
 * What a run is like.
 *
 * @param faults how long there are some
 * @param storage where the blobs are
 */
record Options(Duration faults, long seed, int nodes, int clients, Storage storage) {

    enum Storage { DISK, S3 }

    Options {
        if (nodes < 1 || nodes > 8 || clients < 1 || clients > 32 || faults.isNegative() || faults.compareTo(Duration.ofHours(24)) > 0) {
            throw new IllegalArgumentException("1 to 8 nodes, 1 to 32 clients, up to a day");
        }
    }
}
