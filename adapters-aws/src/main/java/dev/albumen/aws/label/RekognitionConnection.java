package dev.albumen.aws.label;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.rekognition.RekognitionClient;

/**
 * Makes the client. It repeats what was throttled or failed on the other side, after growing pauses; then the job does. What broke
 * off unclear is not repeated here, because it may have cost something, which is then counted.
 */
final class RekognitionConnection {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration SILENCE_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration ALL_TRIES = Duration.ofMinutes(2);

    private static final int SERVERS_FAULT = 500;
    private static final int TRIES = 4;

    private RekognitionConnection() {}

    static RekognitionClient open(RekognitionSettings settings, AwsCredentialsProvider credentials) {
        return open(settings, credentials, retries());
    }

    static RekognitionClient open(RekognitionSettings settings, AwsCredentialsProvider credentials, RetryStrategy retries) {
        return RekognitionClient.builder()
                .region(Region.of(settings.region()))
                .applyMutation(client -> {
                    if (settings.endpoint() != null) {
                        client.endpointOverride(settings.endpoint());
                    }
                })
                .credentialsProvider(credentials)
                .httpClientBuilder(ApacheHttpClient.builder().connectionTimeout(CONNECT_TIMEOUT).socketTimeout(SILENCE_TIMEOUT))
                .overrideConfiguration(client -> client.retryStrategy(retries).apiCallTimeout(ALL_TRIES))
                .build();
    }

    static StandardRetryStrategy retries() {
        return DefaultRetryStrategy.standardStrategyBuilder()
                .useClientDefaults(false)
                .maxAttempts(TRIES)
                .retryOnException(failure -> failure instanceof AwsServiceException refused
                        && (refused.isThrottlingException() || refused.statusCode() >= SERVERS_FAULT))
                .treatAsThrottling(failure -> failure instanceof AwsServiceException refused && refused.isThrottlingException())
                .build();
    }
}
