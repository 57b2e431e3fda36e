package dev.albumen.imaging.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * A small copy of a block of IPTC-IIM 4.2: few data sets, each short, none that claims more bytes than there are. Parsers
 * copy a list anew for each item that they find.
 */
final class IptcDigest {

    /** More of a block is not looked at. */
    static final int MAX_BYTES = 256 << 10;

    private static final int MARKER = 0x1C;
    private static final int ENVELOPE = 1;
    private static final int APPLICATION = 2;
    private static final int MAX_DATA_SETS = 300;
    private static final int MAX_VALUE_BYTES = 4096;
    private static final int EXTENDED = 0x8000;

    private IptcDigest() {}

    static byte[] of(byte[] block) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteBuffer in = ByteBuffer.wrap(block);
        int count = 0;
        while (count < MAX_DATA_SETS && in.remaining() >= 5 && in.get() == MARKER) {
            int record = in.get();
            int number = in.get();
            int length = in.getShort() & 0xFFFF;
            // one whose length has a length of its own is a picture or larger, and where the next begins is anybody's guess
            if ((length & EXTENDED) != 0 || length > in.remaining()) {
                break;
            }
            if (length <= MAX_VALUE_BYTES && (record == ENVELOPE || record == APPLICATION)) {
                out.writeBytes(new byte[] {MARKER, (byte) record, (byte) number, (byte) (length >> 8), (byte) length});
                out.write(block, in.position(), length);
                count++;
            }
            in.position(in.position() + length);
        }
        return out.toByteArray();
    }
}
