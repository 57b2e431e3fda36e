package dev.albumen.aws.storage;

import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.BlobStoreContract;
import dev.albumen.application.storage.FakeStagingArea;
import java.net.URI;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.services.s3.S3Client;

/** The contract on another maker's store. Needs a container engine; skipped where there is none. */
@Testcontainers(disabledWithoutDocker = true)
class MinioBlobStoreTest extends BlobStoreContract {

    private static final String USER = "albumen";
    private static final String PASSWORD = "albumen-in-a-test";
    private static final int PORT = 9000;

    @Container
    private static final GenericContainer<?> MINIO = new GenericContainer<>("minio/minio:RELEASE.2025-04-22T22-12-26Z")
            .withEnv("MINIO_ROOT_USER", USER)
            .withEnv("MINIO_ROOT_PASSWORD", PASSWORD)
            .withCommand("server", "/data")
            .withExposedPorts(PORT)
            .waitingFor(Wait.forHttp("/minio/health/live").forPort(PORT));

    @TempDir
    private Path work;

    @Override
    protected BlobStore open() {
        URI endpoint = URI.create("http://" + MINIO.getHost() + ":" + MINIO.getMappedPort(PORT));
        S3Settings settings = new S3Settings("bucket-" + UUID.randomUUID(), "us-east-1", endpoint, true,
                ChecksumMode.WHEN_SUPPORTED, USER, PASSWORD, "");
        try (S3Client client = S3Connection.open(settings)) {
            client.createBucket(request -> request.bucket(settings.bucket()));
        }
        return new S3BlobStore(settings, S3Keeping.USUAL, S3Patience.USUAL, new S3Parts(S3Parts.LEAST), new FakeStagingArea(work),
                AnonymousCredentialsProvider.create());
    }
}
