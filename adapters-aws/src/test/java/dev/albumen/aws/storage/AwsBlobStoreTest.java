package dev.albumen.aws.storage;

import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.BlobStoreContract;
import dev.albumen.application.storage.FakeStagingArea;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The contract on a bucket of Amazon's, or of the store that the variables name: below a prefix that is removed again. */
@EnabledIfEnvironmentVariable(named = "ALBUMEN_TEST_AWS_BUCKET", matches = ".+")
class AwsBlobStoreTest extends BlobStoreContract {

    private static final AwsCredentialsProvider FOUND = DefaultCredentialsProvider.create();

    @TempDir
    private Path work;

    private final List<S3BlobStore> opened = new ArrayList<>();
    private final S3Settings settings = new S3Settings(System.getenv("ALBUMEN_TEST_AWS_BUCKET"),
            System.getenv().getOrDefault("ALBUMEN_TEST_AWS_REGION", "us-east-1"), endpoint(), endpoint() != null,
            ChecksumMode.WHEN_SUPPORTED, null, null, "albumen-test/" + UUID.randomUUID());

    private static @Nullable URI endpoint() {
        return Optional.ofNullable(System.getenv("ALBUMEN_TEST_AWS_ENDPOINT")).map(URI::create).orElse(null);
    }

    @Override
    protected BlobStore open() {
        S3BlobStore store = new S3BlobStore(settings, S3Keeping.USUAL, S3Patience.USUAL, new S3Parts(S3Parts.LEAST),
                new FakeStagingArea(work), FOUND);
        opened.add(store);
        return store;
    }

    @AfterEach
    void leaveNothing() {
        opened.forEach(S3BlobStore::close);
        try (S3Client client = S3Connection.open(settings, FOUND)) {
            for (S3Object object : client.listObjectsV2Paginator(request -> request.bucket(settings.bucket()).prefix(settings.prefix()))
                    .contents()) {
                client.deleteObject(request -> request.bucket(settings.bucket()).key(object.key()));
            }
        }
    }
}
