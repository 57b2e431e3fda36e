package dev.albumen.aws.storage;

import dev.albumen.application.storage.BlobKey;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.StorageClass;

/**
 * How the store is to keep what it is given.
 *
 * @param encryption what it encrypts objects with
 * @param kmsKey with {@code KMS}: the key's id or ARN; {@code null} for the account's own
 * @param storageClass of originals; what is made of them is small and often read, and is of the usual class
 */
@ConfigurationProperties("albumen.s3")
public record S3Keeping(
        @Bindable(defaultValue = "default") Encryption encryption, @Nullable String kmsKey,
        @Bindable(defaultValue = "standard") OriginalsClass storageClass) {

    /** As the bucket is set up, and as always. */
    public static final S3Keeping USUAL = new S3Keeping(Encryption.DEFAULT, null, OriginalsClass.STANDARD);

    /** {@code DEFAULT}: as the bucket is set up. {@code AES256}: with a key of the store's. {@code KMS}: with a managed key. */
    public enum Encryption { DEFAULT, AES256, KMS }

    /** Those that give an object at once. */
    public enum OriginalsClass { STANDARD, INTELLIGENT_TIERING, STANDARD_IA, ONEZONE_IA, GLACIER_IR }

    public S3Keeping {
        kmsKey = kmsKey == null || kmsKey.isBlank() ? null : kmsKey;
        if (kmsKey != null && encryption != Encryption.KMS) {
            throw new IllegalArgumentException("albumen.s3.kms-key goes with albumen.s3.encryption=kms, not with "
                    + encryption.name().toLowerCase(Locale.ROOT));
        }
    }

    /** Says so in a request. */
    void tell(PutObjectRequest.Builder put, BlobKey key) {
        put.serverSideEncryption(algorithm()).ssekmsKeyId(kmsKey).storageClass(classOf(key));
    }

    /** As requests name it; {@code null} for as the bucket is set up. */
    @Nullable ServerSideEncryption algorithm() {
        return switch (encryption) {
            case DEFAULT -> null;
            case AES256 -> ServerSideEncryption.AES256;
            case KMS -> ServerSideEncryption.AWS_KMS;
        };
    }

    /** As requests name it; {@code null} for the usual one. */
    @Nullable StorageClass classOf(BlobKey key) {
        return storageClass == OriginalsClass.STANDARD || !key.value().startsWith(BlobKey.ORIGINALS)
                ? null : StorageClass.valueOf(storageClass.name());
    }
}
