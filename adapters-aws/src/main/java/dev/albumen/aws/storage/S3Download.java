package dev.albumen.aws.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * Writes an object to a file, in a time that its size allows. A store that is silent is noticed without this; one that
 * trickles would hold whoever waits for the file for days.
 */
final class S3Download implements ResponseTransformer<GetObjectResponse, GetObjectResponse> {

    private static final int AT_ONCE = 64 << 10;

    private final Path file;
    private final S3Patience patience;

    S3Download(Path file, S3Patience patience) {
        this.file = file;
        this.patience = patience;
    }

    @Override
    public GetObjectResponse transform(GetObjectResponse response, AbortableInputStream object) {
        Duration allowed = patience.whole(response.contentLength());
        long began = System.nanoTime();
        byte[] buffer = new byte[AT_ONCE];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int count = object.read(buffer); count >= 0; count = object.read(buffer)) {
                out.write(buffer, 0, count);
                if (System.nanoTime() - began > allowed.toNanos()) {
                    object.abort();
                    throw SdkClientException.create("the store is too slow: an object did not come in " + allowed);
                }
            }
            return response;
        } catch (IOException e) {
            object.abort();
            throw RetryableException.create("an object broke off", e);
        }
    }
}
