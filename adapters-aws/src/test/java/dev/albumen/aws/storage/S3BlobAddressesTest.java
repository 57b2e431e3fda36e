package dev.albumen.aws.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.storage.BlobAddresses;
import dev.albumen.application.storage.BlobAddressesContract;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.FakeStagingArea;
import dev.albumen.domain.shared.Sha256;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

class S3BlobAddressesTest extends BlobAddressesContract {

    private static final AwsCredentialsProvider NONE = AnonymousCredentialsProvider.create();
    private static final BlobKey KEY = BlobKey.original(Sha256.of("sea"));

    private static LocalS3 server;
    private static S3Settings settings;

    @TempDir
    private Path folder;

    private S3BlobStore store;
    private S3BlobAddresses addresses;

    @BeforeAll
    static void start() throws Exception {
        server = LocalS3.start();
        settings = server.newBucket();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @AfterEach
    void closeAll() {
        store.close();
        addresses.close();
    }

    @Override
    protected BlobStore store() {
        store = new S3BlobStore(settings, S3Keeping.USUAL, S3Patience.USUAL, new FakeStagingArea(folder), NONE);
        return store;
    }

    @Override
    protected BlobAddresses open() {
        addresses = new S3BlobAddresses(settings, new S3Delivery(S3Delivery.Way.REDIRECT, 45, null), NONE, () -> true);
        return addresses;
    }

    @Test
    void lastNoLongerThanTheSettingSays() {
        String address = addresses.of(KEY, "image/jpeg", "inline").orElseThrow().toString();

        assertThat(address).startsWith(server.endpoint() + "/" + settings.bucket() + "/originals/")
                .contains("X-Amz-Expires=45", "X-Amz-SignedHeaders=host&");
    }

    @Test
    void leadWhereClientsReachTheStore() {
        S3Delivery elsewhere = new S3Delivery(S3Delivery.Way.REDIRECT, 60, URI.create("https://photos.example.org"));
        try (S3BlobAddresses published = new S3BlobAddresses(settings, elsewhere, NONE, () -> true)) {
            assertThat(published.of(KEY, "image/jpeg", "inline").orElseThrow()).hasHost("photos.example.org").hasScheme("https");
        }
    }

    @Test
    void saySoWhereThereAreNoCredentials() {
        S3Settings without = new S3Settings(
                settings.bucket(), "us-east-1", server.endpoint(), true, ChecksumMode.WHEN_SUPPORTED, null, null, "");
        AwsCredentialsProvider failing = () -> {
            throw SdkClientException.create("none found");
        };
        try (S3BlobAddresses lost = new S3BlobAddresses(without, new S3Delivery(S3Delivery.Way.REDIRECT, 60, null), failing, () -> true)) {
            assertThatExceptionOfType(DependencyException.class).isThrownBy(() -> lost.of(KEY, "image/jpeg", "inline"));
        }
    }

    @Test
    void leadNowhereWhileBlobsAreElsewhereToo() {
        try (S3BlobAddresses moving = new S3BlobAddresses(settings, new S3Delivery(S3Delivery.Way.REDIRECT, 60, null), NONE, () -> false)) {
            assertThat(moving.of(KEY, "image/jpeg", "inline")).isEmpty();
        }
    }

    @Test
    void lastSomeMinutesAtMost() {
        for (int seconds : new int[] {0, 301}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new S3Delivery(S3Delivery.Way.REDIRECT, seconds, null));
        }
    }
}
