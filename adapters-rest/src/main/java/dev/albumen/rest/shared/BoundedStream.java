package dev.albumen.rest.shared;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Exactly so many bytes of another stream; that it ends before them is an error, not an end. May be closed by another thread
 * than the one that reads, and more than once.
 */
final class BoundedStream extends FilterInputStream {

    private final AtomicBoolean closed = new AtomicBoolean();
    private long left;

    BoundedStream(InputStream stream, long length) {
        super(stream);
        left = length;
    }

    /** How many bytes are still to come. */
    long left() {
        return left;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int count = super.read(into, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new EOFException(left + " bytes are missing");
        }
        left -= count;
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() throws IOException {
        if (!closed.getAndSet(true)) {
            super.close();
        }
    }
}
