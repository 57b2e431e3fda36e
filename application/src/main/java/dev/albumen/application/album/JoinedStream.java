package dev.albumen.application.album;

import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;

/** Blobs one after the other, each opened when the one before has ended. */
final class JoinedStream extends InputStream {

    private final BlobStore blobs;
    private final Iterator<BlobKey> keys;
    private InputStream current = nullInputStream();

    JoinedStream(BlobStore blobs, Iterator<BlobKey> keys) {
        this.blobs = blobs;
        this.keys = keys;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int read = current.read(into, offset, length);
        while (read < 0 && keys.hasNext()) {
            current.close();
            BlobKey next = keys.next();
            current = new StoredStream(blobs.open(next)
                    .orElseThrow(() -> new DependencyException("a part of an upload is not there: " + next)).stream());
            read = current.read(into, offset, length);
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        current.close();
    }
}
