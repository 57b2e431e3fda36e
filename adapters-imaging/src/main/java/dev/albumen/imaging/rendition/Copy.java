package dev.albumen.imaging.rendition;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A new file made of ranges of another one and of bytes of our own; memory does not grow with it. */
final class Copy implements Closeable {

    private final FileChannel from;
    private final FileChannel to;

    Copy(FileChannel from, Path to) throws IOException {
        this.from = from;
        this.to = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** Appends the original's bytes from {@code start} up to {@code end}, which must be there. */
    void range(long start, long end) throws IOException {
        for (long at = start; at < end; ) {
            long count = from.transferTo(at, end - at, to);
            if (count <= 0) {
                throw new IOException("an original became shorter while it was read");
            }
            at += count;
        }
    }

    void bytes(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            to.write(bytes);
        }
    }

    void bytes(int... bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes.length);
        for (int value : bytes) {
            buffer.put((byte) value);
        }
        bytes(buffer.flip());
    }

    /** Writes over what was appended before. */
    void overwrite(long at, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            to.write(bytes, at + bytes.position());
        }
    }

    long size() throws IOException {
        return to.size();
    }

    @Override
    public void close() throws IOException {
        to.close();
    }
}
