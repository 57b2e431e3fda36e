package dev.albumen.application.album;

import dev.albumen.application.shared.DependencyException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes from the store, whose breaking off is the store's fault and not that of whoever sends something. */
final class StoredStream extends FilterInputStream {

    StoredStream(InputStream stored) {
        super(stored);
    }

    @Override
    public int read() {
        try {
            return super.read();
        } catch (IOException e) {
            throw brokenOff(e);
        }
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        try {
            return super.read(into, offset, length);
        } catch (IOException e) {
            throw brokenOff(e);
        }
    }

    private static DependencyException brokenOff(IOException e) {
        return new DependencyException("the bytes of an upload broke off", e);
    }
}
