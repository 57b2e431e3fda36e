package dev.albumen.aws.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;

/**
 * A run of a file's bytes.
 *
 * @param offset of the first one
 */
record FilePart(Path file, long offset, long byteSize) {

    /** What a request sends, from the disk each time that it is sent. */
    RequestBody body() {
        return RequestBody.fromContentProvider(ContentStreamProvider.fromInputStreamSupplier(this::reopen), byteSize, S3Puts.TYPE);
    }

    private InputStream reopen() {
        try {
            return open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The caller closes. */
    InputStream open() throws IOException {
        FileChannel channel = FileChannel.open(file);
        return new Limited(Channels.newInputStream(channel.position(offset)), byteSize);
    }

    /** Ends before the file does. */
    private static final class Limited extends FilterInputStream {

        private long left;

        Limited(InputStream bytes, long left) {
            super(bytes);
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int at, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int count = super.read(into, at, (int) Math.min(length, left));
            left -= Math.max(count, 0);
            return count;
        }

        @Override
        public long skip(long count) throws IOException {
            long skipped = super.skip(Math.min(count, left));
            left -= skipped;
            return skipped;
        }

        @Override
        public int available() throws IOException {
            return (int) Math.min(super.available(), left);
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
