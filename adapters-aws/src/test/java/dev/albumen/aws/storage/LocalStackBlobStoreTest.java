package dev.albumen.aws.storage;

import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.BlobStoreContract;
import dev.albumen.application.storage.FakeStagingArea;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import software.amazon.awssdk.services.s3.S3Client;

/** The contract on LocalStack's S3. Needs a container engine; skipped where there is none. */
@Testcontainers(disabledWithoutDocker = true)
class LocalStackBlobStoreTest extends BlobStoreContract {

    @Container
    private static final LocalStack SERVER = new LocalStack();

    @TempDir
    private Path work;

    @Override
    protected BlobStore open() {
        S3Settings settings = new S3Settings("bucket-" + UUID.randomUUID(), LocalStack.REGION, SERVER.endpoint(), true,
                ChecksumMode.WHEN_SUPPORTED, LocalStack.ACCESS_KEY_ID, LocalStack.SECRET_ACCESS_KEY, "");
        try (S3Client client = S3Connection.open(settings)) {
            client.createBucket(request -> request.bucket(settings.bucket()));
        }
        return new S3BlobStore(settings, S3Keeping.USUAL, S3Patience.USUAL, new S3Parts(S3Parts.LEAST), new FakeStagingArea(work),
                LocalStack.CREDENTIALS);
    }
}
