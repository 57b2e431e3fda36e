package dev.albumen.aws.storage;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Makes the client. On Apache's HTTP client, because it pools connections without a low limit, gives up waiting for
 * one, and can drop a download in its midst; the JDK's {@code HttpURLConnection} does none of these.
 */
final class S3Connection {

    /** For blobs that are read at the same time, each of which holds one until it is closed, and for all else. */
    static final int MAX_CONNECTIONS = 256;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration SILENCE_TIMEOUT = Duration.ofSeconds(30);

    private S3Connection() {}

    /** For settings that bring their own credentials, or else with those that the SDK finds. */
    static S3Client open(S3Settings settings) {
        return open(settings, DefaultCredentialsProvider.create());
    }

    /** @param found credentials to use where the settings bring none */
    static S3Client open(S3Settings settings, AwsCredentialsProvider found) {
        return open(settings, S3Patience.USUAL, found);
    }

    /** @param found credentials to use where the settings bring none */
    static S3Client open(S3Settings settings, S3Patience patience, AwsCredentialsProvider found) {
        return S3Client.builder()
                .region(Region.of(settings.region()))
                .applyMutation(client -> {
                    if (settings.endpoint() != null) {
                        client.endpointOverride(settings.endpoint());
                    }
                })
                .forcePathStyle(settings.pathStyle())
                .requestChecksumCalculation(settings.checksumMode().requests())
                .responseChecksumValidation(settings.checksumMode().responses())
                .credentialsProvider(credentials(settings, found))
                .httpClientBuilder(ApacheHttpClient.builder()
                        .maxConnections(MAX_CONNECTIONS)
                        .connectionTimeout(CONNECT_TIMEOUT)
                        .socketTimeout(SILENCE_TIMEOUT)
                        .connectionAcquisitionTimeout(patience.forAConnection()))
                .overrideConfiguration(client -> client.retryStrategy(
                        AwsRetryStrategy.standardRetryStrategy().toBuilder().maxAttempts(patience.attempts()).build()))
                .build();
    }

    /**
     * Makes what signs addresses. Checksums would have to be asked for by a header, which browsers do not send.
     *
     * @param published where clients reach the store; {@code null} where that is its endpoint
     * @param found credentials to use where the settings bring none
     */
    static S3Presigner presigner(S3Settings settings, @Nullable URI published, AwsCredentialsProvider found) {
        URI endpoint = published == null ? settings.endpoint() : published;
        S3Presigner.Builder presigner = S3Presigner.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(credentials(settings, found))
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(settings.pathStyle()).checksumValidationEnabled(false).build());
        if (endpoint != null) {
            presigner.endpointOverride(endpoint);
        }
        return presigner.build();
    }

    private static AwsCredentialsProvider credentials(S3Settings settings, AwsCredentialsProvider found) {
        String id = settings.accessKeyId();
        String secret = settings.secretAccessKey();
        return id == null || secret == null
                ? found
                : StaticCredentialsProvider.create(AwsBasicCredentials.create(id, secret));
    }
}
