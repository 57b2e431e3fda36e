package dev.albumen.persistence.storage;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** The bytes of a file from one place on, up to a length. It stays whole while the file's name passes to another. */
final class FileRange extends InputStream {

    private final FileChannel file;
    private final long fileSize;
    private final long end;
    private long position;

    private FileRange(FileChannel file, long fileSize, long offset, long end) {
        this.file = file;
        this.fileSize = fileSize;
        this.position = offset;
        this.end = end;
    }

    /** @param length what lies past the file's end is left out */
    static FileRange open(Path path, long offset, long length) throws IOException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
        try {
            long size = file.size();
            return new FileRange(file, size, offset, length < size - offset ? offset + length : size);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    long fileSize() {
        return fileSize;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (position >= end) {
            return -1;
        }
        int read = file.read(ByteBuffer.wrap(into, offset, (int) Math.min(length, end - position)), position);
        if (read < 0) {
            throw new EOFException("the file was cut off while it was read");
        }
        position += read;
        return read;
    }

    @Override
    public long skip(long count) {
        long skipped = Math.clamp(count, 0, Math.max(end - position, 0));
        position += skipped;
        return skipped;
    }

    @Override
    public int available() {
        return (int) Math.clamp(end - position, 0, Integer.MAX_VALUE);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
