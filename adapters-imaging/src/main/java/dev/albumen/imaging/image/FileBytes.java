package dev.albumen.imaging.image;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Numbers at places of a file, through a small window: jumps read little, reading on reads much. Asking past the end
 * is a {@link BrokenFileException} (truncated). For one thread.
 */
public final class FileBytes implements Closeable {

    private static final int JUMP = 512;
    private static final int STRIDE = 64 * 1024;

    private final FileChannel channel;
    private final long size;
    private final ByteBuffer window = ByteBuffer.allocate(STRIDE).limit(0);
    private long windowAt;

    private FileBytes(FileChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
    }

    public static FileBytes open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return new FileBytes(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Of the whole file, in bytes. */
    public long size() {
        return size;
    }

    public FileChannel channel() {
        return channel;
    }

    public void order(ByteOrder order) {
        window.order(order);
    }

    public int u8(long at) throws IOException, BrokenFileException {
        return window.get(show(at, 1)) & 0xFF;
    }

    public int u16(long at) throws IOException, BrokenFileException {
        return window.getShort(show(at, 2)) & 0xFFFF;
    }

    public long u32(long at) throws IOException, BrokenFileException {
        return window.getInt(show(at, 4)) & 0xFFFFFFFFL;
    }

    /** The place of the next byte 0xFF, at {@code from} or behind it. */
    long nextFF(long from) throws IOException, BrokenFileException {
        long at = from;
        while (true) {
            int index = show(at, 1);
            int limit = window.limit();
            // eight at a time: an inverted byte that is zero is the one place where borrowing sets a bit of its own
            while (index + 8 <= limit) {
                long inverted = ~window.getLong(index);
                if ((inverted - 0x0101010101010101L & ~inverted & 0x8080808080808080L) != 0) {
                    break;
                }
                index += 8;
            }
            for (int end = Math.min(index + 8, limit); index < end; index++) {
                if (window.get(index) == (byte) 0xFF) {
                    return windowAt + index;
                }
            }
            at = windowAt + index;
        }
    }

    public byte[] bytes(long at, int length) throws IOException, BrokenFileException {
        requireWithin(at, length);
        byte[] bytes = new byte[length];
        ByteBuffer into = ByteBuffer.wrap(bytes);
        while (into.hasRemaining()) {
            if (channel.read(into, at + into.position()) < 0) {
                throw ended();
            }
        }
        return bytes;
    }

    /** Four bytes as Latin-1, such as the name of a chunk. */
    public String name(long at) throws IOException, BrokenFileException {
        int index = show(at, 4);
        char[] name = new char[4];
        for (int i = 0; i < 4; i++) {
            name[i] = (char) (window.get(index + i) & 0xFF);
        }
        return new String(name);
    }

    public void requireWithin(long at, long length) throws BrokenFileException {
        if (at < 0 || length < 0 || at > size - length) {
            throw ended();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** The index in the window where the bytes lie. */
    private int show(long at, int length) throws IOException, BrokenFileException {
        long end = windowAt + window.limit();
        if (at < windowAt || at + length > end) {
            requireWithin(at, length);
            boolean readingOn = at >= windowAt && at - end < JUMP && window.limit() > 0;
            window.clear().limit(readingOn ? STRIDE : JUMP);
            while (window.hasRemaining() && channel.read(window, at + window.position()) >= 0) {
                // a read may bring less than asked for
            }
            window.flip();
            windowAt = at;
            if (window.limit() < length) {
                throw ended();
            }
        }
        return (int) (at - windowAt);
    }

    private static BrokenFileException ended() {
        return BrokenFileException.truncated("The file ends before the picture does.");
    }
}
