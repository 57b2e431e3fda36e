package dev.albumen.imaging.rendition;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A new file as long as another one: zeros, but for what is kept of the other at the same places, or written over. What
 * is nowhere mentioned is thereby gone, and what points to a place in the file still does. Memory does not grow with it.
 */
final class SameSizeCopy implements Closeable {

    private final FileChannel from;
    private final FileChannel to;
    private long keptFrom;
    private long keptTo;

    SameSizeCopy(FileChannel from, Path to) throws IOException {
        this.from = from;
        this.to = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE);
        put(from.size() - 1, new byte[1]);
    }

    /** Keeps the original's bytes from {@code start} up to {@code end}, which must be there. */
    void keep(long start, long end) throws IOException {
        if (start != keptTo) {
            flush();
            keptFrom = start;
        }
        keptTo = end;
    }

    /** Writes over what was kept there, or into the zeros. */
    void put(long at, byte... bytes) throws IOException {
        flush();
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            to.write(buffer, at + buffer.position());
        }
    }

    private void flush() throws IOException {
        for (long at = keptFrom; at < keptTo; ) {
            to.position(at);
            long count = from.transferTo(at, keptTo - at, to);
            if (count <= 0) {
                throw new IOException("an original became shorter while it was read");
            }
            at += count;
        }
        keptFrom = 0;
        keptTo = 0;
    }

    /** Finishes the file. One that is closed without may lack what was kept last. */
    void finish() throws IOException {
        flush();
    }

    @Override
    public void close() throws IOException {
        to.close();
    }
}
