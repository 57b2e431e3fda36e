package dev.albumen.aws.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * An object on its way. Closing early drops the connection where much is still to come: reading to the end, as the SDK
 * does to use the connection again, would fetch gigabytes for nobody.
 */
final class ObjectStream extends FilterInputStream {

    /** Up to here, reading the rest costs less than a new connection. */
    private static final int WORTH_READING = 64 * 1024;

    private final ResponseInputStream<GetObjectResponse> object;
    private final AtomicReference<@Nullable Runnable> closed;
    private long left;

    /** @param closed what is done once when it is closed */
    ObjectStream(ResponseInputStream<GetObjectResponse> object, Runnable closed) {
        super(object);
        this.object = object;
        this.closed = new AtomicReference<>(closed);
        this.left = object.response().contentLength();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            int read = super.read(into, offset, length);
            left -= Math.max(read, 0);
            return read;
        } catch (SdkException e) {
            // Among others, that the bytes do not have the checksum which the store kept.
            throw new IOException("an object broke off", e);
        }
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = super.skip(count);
        left -= skipped;
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() throws IOException {
        try {
            if (left > WORTH_READING) {
                object.abort();
            } else {
                super.close();
            }
        } finally {
            Runnable first = closed.getAndSet(null);
            if (first != null) {
                first.run();
            }
        }
    }
}
