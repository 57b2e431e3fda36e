package dev.albumen.bootstrap.metrics;

import dev.albumen.application.storage.StagingArea;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.InputStream;

/** Counts what arrives, as {@code albumen.ingest.bytes}: one upload a measurement. */
final class MeteredStagingArea implements StagingArea {

    private final StagingArea staging;
    private final DistributionSummary arrived;

    MeteredStagingArea(StagingArea staging, MeterRegistry registry) {
        this.staging = staging;
        this.arrived = DistributionSummary.builder("albumen.ingest.bytes").description("Uploaded files that arrived whole")
                .baseUnit("bytes").register(registry);
    }

    @Override
    public StagedFile stage(InputStream bytes, long maxBytes) {
        StagedFile file = staging.stage(bytes, maxBytes);
        arrived.record(file.byteSize());
        return file;
    }

    @Override
    public WorkFolder folder() {
        return staging.folder();
    }

    @Override
    public int clear() {
        return staging.clear();
    }
}
