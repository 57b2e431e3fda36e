package dev.albumen.aws.storage;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How pictures get from an S3 store to those who look at them.
 *
 * @param redirectSeconds how long an address lasts that somebody is redirected to; so long it outlives a right that ends
 * @param publicEndpoint where clients reach the store; {@code null} where that is its endpoint
 */
@ConfigurationProperties("albumen.s3")
public record S3Delivery(
        @Bindable(defaultValue = "proxy") Way delivery,
        @Bindable(defaultValue = "60") int redirectSeconds,
        @Nullable URI publicEndpoint) {

    private static final int MOST_SECONDS = 300;

    public S3Delivery {
        if (redirectSeconds < 1 || redirectSeconds > MOST_SECONDS) {
            throw new IllegalArgumentException("albumen.s3.redirect-seconds is not 1 to " + MOST_SECONDS + ": " + redirectSeconds);
        }
        if (publicEndpoint != null && (publicEndpoint.getHost() == null || !publicEndpoint.getScheme().matches("https?"))) {
            throw new IllegalArgumentException("albumen.s3.public-endpoint is not an http or https address: " + publicEndpoint);
        }
    }

    /** Who sends the bytes. */
    public enum Way {
        /** The service itself: a right that ends ends at once. */
        PROXY,
        /** The store, which spares the service the traffic. */
        REDIRECT
    }
}
