package dev.albumen.domain.social;

import java.util.UUID;

/** Identifies a report. */
public record ReportId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
