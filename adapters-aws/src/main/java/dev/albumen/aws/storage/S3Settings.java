package dev.albumen.aws.storage;

import dev.albumen.application.storage.BlobKey;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where the S3 store is and how it likes to be spoken to.
 *
 * @param bucket exists already
 * @param endpoint for stores other than Amazon's
 * @param pathStyle whether the bucket is named in the path instead of the host
 * @param accessKeyId with {@code secretAccessKey}; without both, the SDK looks in its usual places (environment,
 *     profile, instance role)
 * @param prefix goes before every key, so that a bucket can be shared; empty or whole segments
 */
@ConfigurationProperties("albumen.s3")
public record S3Settings(
        String bucket,
        @Bindable(defaultValue = "us-east-1") String region,
        @Nullable URI endpoint,
        @Bindable(defaultValue = "false") boolean pathStyle,
        @Bindable(defaultValue = "when-supported") ChecksumMode checksumMode,
        @Nullable String accessKeyId,
        @Nullable String secretAccessKey,
        @Bindable(defaultValue = "") String prefix) {

    public S3Settings {
        if (bucket.isBlank()) {
            throw new IllegalArgumentException("albumen.s3.bucket is empty");
        }
        if (endpoint != null && (endpoint.getHost() == null || !endpoint.getScheme().matches("https?"))) {
            throw new IllegalArgumentException("albumen.s3.endpoint is not an http or https address: " + endpoint);
        }
        accessKeyId = presentOrNull(accessKeyId);
        secretAccessKey = presentOrNull(secretAccessKey);
        if ((accessKeyId == null) != (secretAccessKey == null)) {
            throw new IllegalArgumentException(
                    "albumen.s3.access-key-id and albumen.s3.secret-access-key come together or not at all");
        }
        if (prefix.startsWith("/")) {
            throw new IllegalArgumentException("albumen.s3.prefix starts with a slash: " + prefix);
        }
        prefix = prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
    }

    /** The blob's name in the bucket. */
    String nameOf(BlobKey key) {
        return prefix + key.value();
    }

    private static @Nullable String presentOrNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    @Override
    public String toString() {
        return "S3Settings[bucket=" + bucket + ", region=" + region + ", endpoint=" + endpoint + ", pathStyle="
                + pathStyle + ", checksumMode=" + checksumMode + ", prefix=" + prefix + ", own credentials="
                + (accessKeyId != null) + "]";
    }
}
