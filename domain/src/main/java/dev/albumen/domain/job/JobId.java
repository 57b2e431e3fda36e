package dev.albumen.domain.job;

import java.util.UUID;

/** Identifies a job, through all its tries and among the dead too. */
public record JobId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
