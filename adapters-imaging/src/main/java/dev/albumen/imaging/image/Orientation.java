package dev.albumen.imaging.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How stored pixels must be turned to be upright (EXIF 2.32, tag 0x0112), in the order of the tag's values. */
public enum Orientation {
    NORMAL,
    MIRRORED,
    HALF_TURNED,
    FLIPPED,
    TRANSPOSED,
    QUARTER_TURNED,
    TRANSVERSED,
    THREE_QUARTERS_TURNED;

    static final int TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY_BYTES = 12;

    /** The value of the tag, 1 to 8. */
    public int tagValue() {
        return ordinal() + 1;
    }

    /** Whether width and height change places. */
    public boolean swapsSides() {
        return ordinal() >= TRANSPOSED.ordinal();
    }

    /** {@link #NORMAL} for a value that the standard does not know. */
    static Orientation ofTagValue(long value) {
        return value >= 1 && value <= 8 ? values()[(int) value - 1] : NORMAL;
    }

    /** What an EXIF block (from its byte order mark on) says in its first directory; {@link #NORMAL} if nothing readable. */
    static Orientation ofExif(byte[] exif) {
        if (exif.length < 8) {
            return NORMAL;
        }
        ByteBuffer block = ByteBuffer.wrap(exif).order(exif[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long directory = block.getInt(4) & 0xFFFFFFFFL;
        if (block.getShort(2) != 42 || directory > exif.length - 2) {
            return NORMAL;
        }
        int entries = block.getShort((int) directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int at = (int) directory + 2 + i * ENTRY_BYTES;
            if (at + ENTRY_BYTES > exif.length) {
                return NORMAL;
            }
            if ((block.getShort(at) & 0xFFFF) == TAG && block.getShort(at + 2) == SHORT) {
                return ofTagValue(block.getShort(at + 8));
            }
        }
        return NORMAL;
    }
}
