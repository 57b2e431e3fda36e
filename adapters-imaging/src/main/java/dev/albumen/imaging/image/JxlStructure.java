package dev.albumen.imaging.image;

import dev.albumen.domain.image.MediaType;
import dev.albumen.imaging.image.Boxes.Box;
import java.io.IOException;
import java.util.Optional;

/** The size of a JPEG XL (ISO 18181-1), which lies in the first bits of its codestream. */
final class JxlStructure {

    private static final int HEAD = 32;
    private static final int[] WIDTHS = {9, 13, 18, 30};

    private final byte[] bits;
    private int at;

    private JxlStructure(byte[] bits) {
        this.bits = bits;
    }

    /** The size as shown: the decoder itself turns as the file says. */
    static Header walk(FileBytes file) throws IOException, BrokenFileException {
        long start = file.u8(0) == 0xFF ? 0 : codestream(file);
        int length = (int) Math.min(HEAD, file.size() - start);
        JxlStructure structure = new JxlStructure(file.bytes(start, length));
        if (structure.take(16) != 0x0AFF) {
            throw BrokenFileException.broken("The JPEG XL has no picture in it.");
        }
        return structure.header();
    }

    private static long codestream(FileBytes file) throws IOException, BrokenFileException {
        Boxes boxes = Boxes.of(file);
        long found = -1;
        // to the end, so that a file which lost its end is noticed
        for (Optional<Box> box = boxes.next(); box.isPresent(); box = boxes.next()) {
            if (found < 0 && box.get().type().equals("jxlc")) {
                found = box.get().data();
            } else if (found < 0 && box.get().type().equals("jxlp")) {
                found = box.get().data() + 4;
            }
        }
        if (found < 0) {
            throw BrokenFileException.broken("The JPEG XL has no picture in it.");
        }
        return found;
    }

    private Header header() throws BrokenFileException {
        boolean small = take(1) == 1;
        long height = edge(small);
        long width = switch ((int) take(3)) {
            case 1 -> height;
            case 2 -> height * 12 / 10;
            case 3 -> height * 4 / 3;
            case 4 -> height * 3 / 2;
            case 5 -> height * 16 / 9;
            case 6 -> height * 5 / 4;
            case 7 -> height * 2;
            default -> edge(small);
        };
        boolean allDefault = take(1) == 1;
        boolean extra = !allDefault && take(1) == 1;
        boolean swapped = extra && take(3) >= 4;
        return Header.of(MediaType.JXL, swapped ? height : width, swapped ? width : height, Orientation.NORMAL);
    }

    private long edge(boolean small) throws BrokenFileException {
        return small ? 8 * (take(5) + 1) : 1 + take(WIDTHS[(int) take(2)]);
    }

    /** The next bits, the lowest first. */
    private long take(int count) throws BrokenFileException {
        long value = 0;
        for (int i = 0; i < count; i++, at++) {
            if (at / 8 >= bits.length) {
                throw BrokenFileException.truncated("The file ends before the picture does.");
            }
            value |= (long) (bits[at / 8] >> at % 8 & 1) << i;
        }
        return value;
    }
}
