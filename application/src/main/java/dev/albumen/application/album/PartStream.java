package dev.albumen.application.album;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** The bytes of one request, up to where it breaks off: what came before can be used. */
final class PartStream extends FilterInputStream {

    private final @Nullable PartChecksum expected;
    private final @Nullable MessageDigest digest;
    private boolean brokenOff;

    PartStream(InputStream from, @Nullable PartChecksum expected) {
        super(from);
        this.expected = expected;
        this.digest = expected == null ? null : expected.algorithm().digest();
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        int read = brokenOff ? -1 : next(into, offset, length);
        if (read > 0 && digest != null) {
            digest.update(into, offset, read);
        }
        return read;
    }

    private int next(byte[] into, int offset, int length) {
        try {
            return in.read(into, offset, length);
        } catch (IOException e) {
            brokenOff = true;
            return -1;
        }
    }

    /** Whether what has been read are all the bytes that their sender hashed. Asked once; true where they did not hash. */
    boolean hasChecksum() {
        return expected == null || digest == null || expected.is(digest.digest());
    }
}
