package dev.albumen.imaging.rendition;

import dev.albumen.application.shared.DependencyException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import javax.imageio.stream.ImageInputStreamImpl;

/** A file as ImageIO's readers want it: buffered, without a cache file, and at its end once the deadline has passed. */
final class DeadlineImageStream extends ImageInputStreamImpl {

    private final FileChannel channel;
    private final Deadline deadline;
    private final ByteBuffer window = ByteBuffer.allocate(64 * 1024).limit(0);
    private long windowAt;

    DeadlineImageStream(FileChannel channel, Deadline deadline) {
        this.channel = channel;
        this.deadline = deadline;
    }

    @Override
    public int read() throws IOException {
        checkClosed();
        bitOffset = 0;
        if (!show()) {
            return -1;
        }
        return window.get((int) (streamPos++ - windowAt)) & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        checkClosed();
        bitOffset = 0;
        if (length == 0) {
            return 0;
        }
        if (!show()) {
            return -1;
        }
        int index = (int) (streamPos - windowAt);
        int count = Math.min(length, window.limit() - index);
        window.get(index, into, offset, count);
        streamPos += count;
        return count;
    }

    @Override
    public long length() {
        try {
            return channel.size();
        } catch (IOException e) {
            throw new DependencyException("reading an original", e);
        }
    }

    private boolean show() throws IOException {
        if (streamPos >= windowAt && streamPos < windowAt + window.limit()) {
            return true;
        }
        if (deadline.passed()) {
            throw new IOException("out of time");
        }
        window.clear();
        windowAt = streamPos;
        try {
            while (window.hasRemaining() && channel.read(window, windowAt + window.position()) >= 0) {
                // a read may bring less than asked for
            }
        } catch (IOException e) {
            // a bad disk must not be taken for a bad picture
            throw new DependencyException("reading an original", e);
        } finally {
            window.flip();
        }
        return window.hasRemaining();
    }
}
