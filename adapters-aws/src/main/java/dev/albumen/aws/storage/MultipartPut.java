package dev.albumen.aws.storage;

import dev.albumen.application.storage.BlobKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;

/**
 * Puts a file part by part, each with its own sum. No reader sees any of it before all is there, and nothing stays where it
 * fails; what a killed process leaves, the bucket's lifecycle removes.
 */
record MultipartPut(S3Settings settings, S3Keeping keeping, S3Patience patience, S3Client client, S3Circuit circuit) {

    private static final Logger LOG = LoggerFactory.getLogger(MultipartPut.class);

    /** @param condition as {@code If-None-Match} has it, decided when all parts are there; {@code null} for none */
    void send(BlobKey key, Draft draft, @Nullable String condition) {
        String name = settings.nameOf(key);
        CreateMultipartUploadRequest.Builder begin = CreateMultipartUploadRequest.builder()
                .bucket(settings.bucket()).key(name).contentType(S3Puts.TYPE)
                .serverSideEncryption(keeping.algorithm()).ssekmsKeyId(keeping.kmsKey()).storageClass(keeping.classOf(key))
                .overrideConfiguration(patience.within(0));
        if (settings.checksumMode() == ChecksumMode.WHEN_SUPPORTED) {
            begin.checksumAlgorithm(ChecksumAlgorithm.SHA256);
        }
        String upload = circuit.call(() -> client.createMultipartUpload(begin.build())).uploadId();
        boolean done = false;
        try {
            List<CompletedPart> sent = sendParts(name, upload, draft);
            circuit.call(() -> client.completeMultipartUpload(request -> request.bucket(settings.bucket()).key(name).uploadId(upload)
                    .multipartUpload(parts -> parts.parts(sent)).ifNoneMatch(condition)
                    .overrideConfiguration(patience.within(draft.byteSize()))));
            done = true;
        } finally {
            if (!done) {
                abort(name, upload);
            }
        }
    }

    private List<CompletedPart> sendParts(String name, String upload, Draft draft) {
        List<CompletedPart> sent = new ArrayList<>();
        for (int number = 1; number <= draft.parts().size(); number++) {
            FilePart part = draft.parts().get(number - 1);
            String sum = draft.partSums().get(number - 1);
            UploadPartRequest.Builder request = UploadPartRequest.builder()
                    .bucket(settings.bucket()).key(name).uploadId(upload).partNumber(number)
                    .overrideConfiguration(patience.within(part.byteSize()));
            CompletedPart.Builder completed = CompletedPart.builder().partNumber(number);
            switch (settings.checksumMode()) {
                case WHEN_SUPPORTED -> {
                    request.checksumSHA256(sum);
                    completed.checksumSHA256(sum);
                }
                case WHEN_REQUIRED -> request.contentMD5(sum);
            }
            String tag = circuit.call(() -> client.uploadPart(request.build(), part.body())).eTag();
            sent.add(completed.eTag(tag).build());
        }
        return sent;
    }

    /** Tries even where other calls come to nothing, and where this thread is to end. */
    private void abort(String name, String upload) {
        boolean interrupted = Thread.interrupted();
        try {
            client.abortMultipartUpload(request -> request.bucket(settings.bucket()).key(name).uploadId(upload)
                    .overrideConfiguration(patience.within(0)));
        } catch (SdkException e) {
            LOG.warn("the parts of {} stay until the bucket's lifecycle removes them", name, e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
