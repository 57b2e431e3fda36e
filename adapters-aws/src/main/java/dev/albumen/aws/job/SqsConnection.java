package dev.albumen.aws.job;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Makes the client. */
final class SqsConnection {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration BEYOND_THE_WAIT = Duration.ofSeconds(10);

    private SqsConnection() {}

    /** @param longestWait for messages, in which the server is silent */
    static SqsClient open(SqsSettings settings, AwsCredentialsProvider credentials, Duration longestWait) {
        return SqsClient.builder()
                .region(Region.of(settings.region()))
                .applyMutation(client -> {
                    if (settings.endpoint() != null) {
                        client.endpointOverride(settings.endpoint());
                    }
                })
                .credentialsProvider(credentials)
                .httpClientBuilder(ApacheHttpClient.builder()
                        .connectionTimeout(CONNECT_TIMEOUT).socketTimeout(longestWait.plus(BEYOND_THE_WAIT)))
                .overrideConfiguration(client -> client.retryStrategy(RetryMode.STANDARD))
                .build();
    }
}
