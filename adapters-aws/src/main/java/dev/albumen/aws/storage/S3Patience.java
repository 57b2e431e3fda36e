package dev.albumen.aws.storage;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;

/**
 * How long the store may take.
 *
 * @param attempts how often a request is made at most until it comes through
 * @param attemptTimeout until the answer to one of them begins
 * @param callTimeout for all of them together, with the pauses between
 */
@ConfigurationProperties("albumen.s3")
public record S3Patience(
        @Bindable(defaultValue = "3") int attempts,
        @Bindable(defaultValue = "10s") Duration attemptTimeout,
        @Bindable(defaultValue = "30s") Duration callTimeout) {

    public static final S3Patience USUAL = new S3Patience(3, Duration.ofSeconds(10), Duration.ofSeconds(30));

    private static final int MOST_ATTEMPTS = 10;
    /** Slower transfers than that are given up: a quarter of a MiB a second. */
    private static final long LEAST_BYTES_PER_SECOND = 256 << 10;

    private static final Duration LONGEST_FOR_A_CONNECTION = Duration.ofSeconds(5);

    public S3Patience {
        if (attempts < 1 || attempts > MOST_ATTEMPTS) {
            throw new IllegalArgumentException("albumen.s3.attempts is not 1 to " + MOST_ATTEMPTS + ": " + attempts);
        }
        if (!attemptTimeout.isPositive() || callTimeout.compareTo(attemptTimeout) < 0) {
            throw new IllegalArgumentException("albumen.s3.call-timeout is shorter than albumen.s3.attempt-timeout: " + callTimeout);
        }
    }

    /**
     * How long so many bytes may take, once they begin to come. Those that a client reads may take as long as the client
     * does, while something comes.
     */
    Duration whole(long bytes) {
        return attemptTimeout.plusMillis(bytes * 1000 / LEAST_BYTES_PER_SECOND);
    }

    /** For one of the connections to be free: less than an answer may take, so that the two can be told apart. */
    Duration forAConnection() {
        Duration half = attemptTimeout.dividedBy(2);
        return half.compareTo(LONGEST_FOR_A_CONNECTION) < 0 ? half : LONGEST_FOR_A_CONNECTION;
    }

    /** @param bytes that the request sends */
    AwsRequestOverrideConfiguration within(long bytes) {
        Duration sending = Duration.ofSeconds(bytes / LEAST_BYTES_PER_SECOND);
        return AwsRequestOverrideConfiguration.builder()
                .apiCallAttemptTimeout(attemptTimeout.plus(sending))
                .apiCallTimeout(callTimeout.plus(sending.multipliedBy(attempts)))
                .build();
    }
}
