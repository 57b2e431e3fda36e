package dev.albumen.imaging.image;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Compressed bytes (RFC 1950) made large again, but never larger than asked for. */
final class Inflated {

    private static final int STEP = 8192;

    private Inflated() {}

    /** The first bytes of what it was, up to its end or to where it breaks. */
    static byte[] upTo(int maxBytes, byte[] packed, int from) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] step = new byte[STEP];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed, from, packed.length - from);
            int read;
            do {
                read = inflater.inflate(step, 0, Math.min(STEP, maxBytes - out.size()));
                out.write(step, 0, read);
            } while (read > 0 && out.size() < maxBytes);
        } catch (DataFormatException e) {
            // what came before is kept
        } finally {
            inflater.end();
        }
        return out.toByteArray();
    }
}
