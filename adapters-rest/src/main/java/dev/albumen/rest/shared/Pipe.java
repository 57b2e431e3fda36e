package dev.albumen.rest.shared;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what another thread writes, with a few chunks between them. In place of the JDK's pipe, which wakes its reader
 * only once a second and takes a writer that failed for one that ended.
 */
final class Pipe extends InputStream {

    private static final Logger LOG = LoggerFactory.getLogger(Pipe.class);
    private static final int CHUNK_BYTES = 64 << 10;
    private static final byte[] END = new byte[0];

    private final BlockingQueue<byte[]> chunks = new ArrayBlockingQueue<>(2);
    private volatile boolean abandoned;
    private volatile @Nullable Throwable failure;
    private byte[] current = END;
    private int at;
    private boolean ended;

    /** Runs the writing to its end, in the writer's thread. */
    void fill(WrittenStreams.Writing writing) {
        try (OutputStream out = new BufferedOutputStream(new Ingress(), CHUNK_BYTES)) {
            writing.writeTo(out);
        } catch (IOException | RuntimeException e) {
            if (!abandoned) {
                LOG.warn("an answer broke off", e);
                failure = e;
            }
        } finally {
            put(END);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (at == current.length && !advanced()) {
            return -1;
        }
        int count = Math.min(length, current.length - at);
        System.arraycopy(current, at, into, offset, count);
        at += count;
        return count;
    }

    @Override
    public void close() {
        abandoned = true;
        chunks.clear();
    }

    private boolean advanced() throws IOException {
        if (ended) {
            return false;
        }
        try {
            current = chunks.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        at = 0;
        ended = current.length == 0;
        if (ended && failure != null) {
            throw new IOException("the writer failed", failure);
        }
        return !ended;
    }

    /** Waits for room, but not for a reader that has gone. */
    private void put(byte[] chunk) {
        try {
            while (!abandoned && !chunks.offer(chunk, 1, TimeUnit.SECONDS)) {
                // the reader is slow
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            abandoned = true;
        }
    }

    private final class Ingress extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (length > 0) {
                put(Arrays.copyOfRange(bytes, offset, offset + length));
            }
            if (abandoned) {
                throw new IOException("nobody reads this any more");
            }
        }
    }
}
