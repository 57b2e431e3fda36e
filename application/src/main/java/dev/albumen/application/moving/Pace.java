package dev.albumen.application.moving;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Holds all streams that it is put before to a number of bytes a second, together. */
final class Pace {

    /** Read at once, so that a stream waits often and shortly. */
    private static final int PIECE_BYTES = 128 << 10;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final double bytesPerNano;
    private long freeAt = System.nanoTime();

    /** @param rateMib MiB a second; {@code null} for no limit */
    Pace(@Nullable Integer rateMib) {
        this.bytesPerNano = rateMib == null ? 0 : (double) ((long) rateMib << 20) / SECOND;
    }

    InputStream of(InputStream bytes) {
        return bytesPerNano == 0 ? bytes : new Paced(bytes);
    }

    private synchronized long reserved(int bytes) {
        long now = System.nanoTime();
        long begin = Math.max(freeAt, now);
        freeAt = begin + (long) (bytes / bytesPerNano);
        return begin - now;
    }

    private final class Paced extends FilterInputStream {

        private Paced(InputStream bytes) {
            super(bytes);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, Math.min(length, PIECE_BYTES));
            long until = System.nanoTime() + (read > 0 ? reserved(read) : 0);
            for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new IOException("interrupted");
                }
                LockSupport.parkNanos(left);
            }
            return read;
        }
    }
}
