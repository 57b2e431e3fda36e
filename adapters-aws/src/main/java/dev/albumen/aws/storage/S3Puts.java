package dev.albumen.aws.storage;

import dev.albumen.application.storage.BlobKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Puts files: large ones in parts, and those whose key is a hash of their bytes only where they are not there yet. What is
 * there is gone by its SHA-256 alone: an object without one, or with another, is written over, so that putting a damaged blob
 * again mends it. One that has it is copied onto itself, which sends no bytes and renews its age.
 */
final class S3Puts {

    static final String TYPE = "application/octet-stream";

    private static final Logger LOG = LoggerFactory.getLogger(S3Puts.class);
    private static final String NOTHING_THERE = "*";
    private static final int BAD_REQUEST = 400;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;
    private static final int NOT_IMPLEMENTED = 501;
    private static final int SERVERS_FAULT = 500;
    /** What stores say that do not take the condition; others of their bad requests are about the bytes. */
    private static final Set<String> UNKNOWN_HEADER = Set.of("NotImplemented", "InvalidArgument", "InvalidRequest");
    /** From here on, a question costs less than sending for nothing, which the condition alone does not spare. */
    private static final long ASKED_FIRST = 1L << 20;
    /** S3 copies no more than that at once. */
    private static final long MOST_COPIED = 5L << 30;

    private final S3Settings settings;
    private final S3Keeping keeping;
    private final S3Patience patience;
    private final S3Parts parts;
    private final S3Client client;
    private final S3Circuit circuit;
    private volatile boolean conditional;

    S3Puts(S3Settings settings, S3Keeping keeping, S3Patience patience, S3Parts parts, S3Client client, S3Circuit circuit) {
        this.settings = settings;
        this.keeping = keeping;
        this.patience = patience;
        this.parts = parts;
        this.client = client;
        this.circuit = circuit;
        this.conditional = settings.checksumMode() == ChecksumMode.WHEN_SUPPORTED;
    }

    /** @throws software.amazon.awssdk.core.exception.SdkException where the store does not take it */
    void put(BlobKey key, Path file) throws IOException {
        Draft draft = Draft.of(file, parts, settings.checksumMode());
        if (!conditional || !key.isHash() || !keptOnce(key, draft)) {
            send(key, draft, null);
        }
    }

    /** Whether the bytes are there now; else they are to be put over what is there. */
    private boolean keptOnce(BlobKey key, Draft draft) {
        if (draft.byteSize() > ASKED_FIRST && renewed(key, draft)) {
            return true;
        }
        try {
            send(key, draft, NOTHING_THERE);
            return true;
        } catch (S3Exception e) {
            return switch (e.statusCode()) {
                case PRECONDITION_FAILED -> renewed(key, draft);
                case CONFLICT -> false;
                default -> {
                    if (!isAboutTheCondition(e)) {
                        throw e;
                    }
                    LOG.info("the store puts nothing on condition, so it is sent what it may have already: {}", e.getMessage());
                    conditional = false;
                    yield false;
                }
            };
        }
    }

    private static boolean isAboutTheCondition(S3Exception e) {
        String code = e.awsErrorDetails() == null ? "" : String.valueOf(e.awsErrorDetails().errorCode());
        return e.statusCode() == NOT_IMPLEMENTED || e.statusCode() == BAD_REQUEST && UNKNOWN_HEADER.contains(code);
    }

    private void send(BlobKey key, Draft draft, @Nullable String condition) {
        if (draft.inParts()) {
            new MultipartPut(settings, keeping, patience, client, circuit).send(key, draft, condition);
            return;
        }
        FilePart whole = draft.parts().getFirst();
        PutObjectRequest.Builder request = PutObjectRequest.builder()
                .bucket(settings.bucket()).key(settings.nameOf(key)).contentType(TYPE).ifNoneMatch(condition)
                .overrideConfiguration(patience.within(whole.byteSize()));
        keeping.tell(request, key);
        switch (settings.checksumMode()) {
            case WHEN_SUPPORTED -> request.checksumSHA256(draft.sum());
            case WHEN_REQUIRED -> request.contentMD5(draft.sum());
        }
        circuit.call(() -> client.putObject(request.build(), RequestBody.fromFile(whole.file())));
    }

    /** Whether the same bytes are there, with a new age. */
    private boolean renewed(BlobKey key, Draft draft) {
        if (draft.byteSize() > MOST_COPIED) {
            return false;
        }
        String name = settings.nameOf(key);
        try {
            HeadObjectResponse there = circuit.call(() -> client.headObject(request -> request.bucket(settings.bucket()).key(name)
                    .checksumMode(software.amazon.awssdk.services.s3.model.ChecksumMode.ENABLED)
                    .overrideConfiguration(patience.within(0))));
            if (!draft.isSame(there.contentLength(), there.checksumSHA256())) {
                return false;
            }
            circuit.call(() -> client.copyObject(request -> request
                    .sourceBucket(settings.bucket()).sourceKey(name).copySourceIfMatch(there.eTag())
                    .destinationBucket(settings.bucket()).destinationKey(name)
                    .metadataDirective(MetadataDirective.REPLACE).contentType(TYPE).checksumAlgorithm(ChecksumAlgorithm.SHA256)
                    .serverSideEncryption(keeping.algorithm()).ssekmsKeyId(keeping.kmsKey()).storageClass(keeping.classOf(key))
                    .overrideConfiguration(patience.within(draft.byteSize()))));
            return true;
        } catch (S3Exception e) {
            // Gone meanwhile, or the store does not copy: then it gets the bytes.
            if (e.statusCode() < SERVERS_FAULT || e.statusCode() == NOT_IMPLEMENTED) {
                LOG.debug("the object {} is not renewed: {}", key, e.getMessage());
                return false;
            }
            throw e;
        }
    }
}
