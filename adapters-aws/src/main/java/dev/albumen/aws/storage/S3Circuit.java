package dev.albumen.aws.storage;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.http.conn.ConnectionPoolTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/**
 * Makes calls, as long as they come to something. Where most of the last ones did not, the next ones fail at once for some
 * seconds, instead of each waiting for its timeouts while requests pile up behind it; then a few find out how it is.
 */
final class S3Circuit {

    private static final Logger LOG = LoggerFactory.getLogger(S3Circuit.class);
    private static final int LAST_CALLS = 20;
    private static final int LEAST_CALLS = 10;
    private static final float MOST_FAILED_PERCENT = 60;
    private static final int PROBES = 3;
    private static final int SERVERS_FAULT = 500;
    private static final int TOO_MANY = 429;

    private final CircuitBreaker breaker;

    /** @param open how long calls fail at once */
    S3Circuit(Duration open) {
        this.breaker = CircuitBreaker.of("s3", CircuitBreakerConfig.custom()
                .slidingWindowSize(LAST_CALLS)
                .minimumNumberOfCalls(LEAST_CALLS)
                .failureRateThreshold(MOST_FAILED_PERCENT)
                .permittedNumberOfCallsInHalfOpenState(PROBES)
                .waitDurationInOpenState(open)
                // A probe that never comes back must not leave it waiting for good.
                .maxWaitDurationInHalfOpenState(open.multipliedBy(12))
                .recordException(S3Circuit::isNoAnswer)
                .ignoreException(S3Circuit::wasNotAsked)
                .build());
        breaker.getEventPublisher().onStateTransition(event -> LOG.warn("calls to S3: {}", event.getStateTransition()));
    }

    /** Says nothing of the store: no connection was free here, or whoever asked was stopped. */
    private static boolean wasNotAsked(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectionPoolTimeoutException || cause instanceof AbortedException || cause instanceof InterruptedException) {
                return true;
            }
        }
        return false;
    }

    /** An answer that one does not like is one. */
    private static boolean isNoAnswer(Throwable thrown) {
        return switch (thrown) {
            case SdkServiceException answer -> answer.statusCode() >= SERVERS_FAULT || answer.statusCode() == TOO_MANY;
            case SdkClientException none -> true;
            default -> false;
        };
    }

    /** @throws SdkClientException at once, where calls come to nothing at present */
    <T> T call(Supplier<T> call) {
        try {
            return breaker.executeSupplier(call);
        } catch (CallNotPermittedException e) {
            throw SdkClientException.create("S3 did not answer lately, so it is not asked for some seconds", e);
        }
    }
}
