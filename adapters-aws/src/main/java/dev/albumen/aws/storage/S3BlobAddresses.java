package dev.albumen.aws.storage;

import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.storage.BlobAddresses;
import dev.albumen.application.storage.BlobKey;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Presigned GETs. What the answer says of itself is signed too. */
public final class S3BlobAddresses implements BlobAddresses, AutoCloseable {

    private final S3Settings settings;
    private final BooleanSupplier holding;
    private final Duration lifetime;
    private final S3Presigner presigner;

    /**
     * @param credentials to use where the settings bring none
     * @param holding whether the bucket has every original now
     */
    public S3BlobAddresses(S3Settings settings, S3Delivery delivery, AwsCredentialsProvider credentials, BooleanSupplier holding) {
        this.settings = settings;
        this.holding = holding;
        this.lifetime = Duration.ofSeconds(delivery.redirectSeconds());
        this.presigner = S3Connection.presigner(settings, delivery.publicEndpoint(), credentials);
    }

    @Override
    public Optional<URI> of(BlobKey key, String mediaType, String disposition) {
        if (!holding.getAsBoolean()) {
            return Optional.empty();
        }
        try {
            return Optional.of(presigner.presignGetObject(presign -> presign.signatureDuration(lifetime).getObjectRequest(get -> get
                    .bucket(settings.bucket()).key(settings.prefix() + key.value())
                    .responseContentType(mediaType).responseContentDisposition(disposition)
                    // the next address is another one, so that nobody would find it again anyway
                    .responseCacheControl("private, no-store"))).url().toURI());
        } catch (SdkException e) {
            throw new DependencyException("no address could be made for the blob " + key, e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("an address of the SDK's is none", e);
        }
    }

    @Override
    public void close() {
        presigner.close();
    }
}
