package dev.albumen.persistence.job;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * {@code albumen.jobs}.
 *
 * @param concurrency jobs that this node does at once; 0 for one per processor
 * @param firstPause before a failed job's second try; each further pause is four times as long, or sixteen times where
 *     something the job stands on does not answer, up to an hour
 * @param poll how often this node looks for jobs, whoever tells it of them
 */
@ConfigurationProperties("albumen.jobs")
record JobSettings(
        @Bindable(defaultValue = "0") int concurrency, @Bindable(defaultValue = "1s") Duration firstPause,
        @Bindable(defaultValue = "1s") Duration poll) {

    JobSettings {
        if (concurrency < 0 || concurrency > 100) {
            throw new IllegalArgumentException("albumen.jobs.concurrency is 0 to 100");
        }
    }

    int threads() {
        return concurrency == 0 ? Runtime.getRuntime().availableProcessors() : concurrency;
    }
}
