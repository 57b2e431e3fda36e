package dev.albumen.bootstrap.wiring;

import dev.albumen.application.label.LabelSettings;
import dev.albumen.application.label.Labeler;
import dev.albumen.application.rendition.AfterRendering;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.domain.label.CallLimits;
import dev.albumen.domain.label.CallPrice;
import dev.albumen.domain.label.Confidence;
import dev.albumen.domain.label.LabelRules;
import dev.albumen.imaging.label.OfflineLabeler;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.math.BigDecimal;

/** How pictures are labelled, and by this instance itself where nothing else is set. */
@Factory
final class Labeling {

    private static final double PERCENT = 100;

    @Singleton
    LabelSettings labelSettings(
            @Property(name = "albumen.labels.threshold-percent") int thresholdPercent,
            @Property(name = "albumen.labels.most") int most,
            @Property(name = "albumen.labels.calls-per-day") int callsPerDay,
            @Property(name = "albumen.labels.calls-per-day-and-user") int callsPerDayAndUser,
            @Property(name = "albumen.labels.dollars-per-thousand") BigDecimal dollarsPerThousand) {
        return new LabelSettings(new LabelRules(Confidence.of(thresholdPercent / PERCENT), most),
                new CallLimits(callsPerDay, callsPerDayAndUser), new CallPrice(dollarsPerThousand));
    }

    @Singleton
    AfterRendering afterRendering(@Property(name = "albumen.labels.after-upload") boolean labels) {
        return new AfterRendering(labels);
    }

    @Singleton
    @Requires(property = "albumen.labels", value = "offline")
    Labeler labeler(BlobStore blobs) {
        return new OfflineLabeler(blobs);
    }
}
