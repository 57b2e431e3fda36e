package dev.albumen.aws.storage;

import java.net.URI;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Another maker's S3 and SQS, in a container. */
public final class LocalStack extends GenericContainer<LocalStack> {

    public static final String REGION = "us-east-1";
    static final String ACCESS_KEY_ID = "test";
    static final String SECRET_ACCESS_KEY = "test";
    public static final AwsCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY_ID, SECRET_ACCESS_KEY));
    private static final int PORT = 4566;

    public LocalStack() {
        super("localstack/localstack:4.3.0");
        withEnv("SERVICES", "s3,sqs");
        withExposedPorts(PORT);
        waitingFor(Wait.forHttp("/_localstack/health").forPort(PORT));
    }

    public URI endpoint() {
        return URI.create("http://" + getHost() + ":" + getMappedPort(PORT));
    }
}
