package dev.albumen.rest.shared;

import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses to read more of a body than is allowed, whatever length was announced. */
final class LimitedStream extends FilterInputStream {

    private final long limit;
    private long count;

    LimitedStream(InputStream stream, long limit) {
        super(stream);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = in.read(into, offset, length);
        count += Math.max(0, read);
        if (count > limit) {
            throw tooLarge(limit);
        }
        return read;
    }

    static RefusedException tooLarge(long limit) {
        return new Refusal.TooLarge("too-large", "The body is larger than " + limit + " bytes.").thrown();
    }
}
