package dev.albumen.aws.job;

import dev.albumen.aws.storage.S3Settings;
import dev.albumen.domain.shared.UploadId;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Uploads that S3 tells have arrived in a bucket.
 *
 * @param bucket what is elsewhere is none of ours
 * @param patience how long a client has to complete its upload by itself
 * @param arrived takes note that it is to be completed, which is quick; may be called more than once for one, and by several
 *     nodes at once
 */
public record Arrivals(S3Settings bucket, Duration patience, Consumer<UploadId> arrived) {}
