package dev.albumen.imaging.image;

import dev.albumen.domain.image.MediaType;
import java.io.IOException;
import java.nio.ByteOrder;

/** The blocks of a GIF (GIF89a), from its screen to its trailer. */
final class GifStructure {

    private static final int HEADER_BYTES = 13;
    private static final int EXTENSION = 0x21;
    private static final int FRAME = 0x2C;
    private static final int TRAILER = 0x3B;

    private GifStructure() {}

    static Header walk(FileBytes file) throws IOException, BrokenFileException {
        file.order(ByteOrder.LITTLE_ENDIAN);
        long width = file.u16(6);
        long height = file.u16(8);
        long at = HEADER_BYTES + colorTable(file.u8(10));
        boolean frames = false;
        while (true) {
            int block = file.u8(at);
            switch (block) {
                case TRAILER -> {
                    if (!frames) {
                        throw BrokenFileException.broken("The GIF has no picture in it.");
                    }
                    return Header.of(MediaType.GIF, width, height, Orientation.NORMAL);
                }
                case EXTENSION -> at = afterSubBlocks(file, at + 2);
                case FRAME -> {
                    if (!frames) {
                        // as browsers do: the first frame enlarges a screen that is too small for it
                        width = Math.max(width, file.u16(at + 1) + (long) file.u16(at + 5));
                        height = Math.max(height, file.u16(at + 3) + (long) file.u16(at + 7));
                    }
                    frames = true;
                    at = afterSubBlocks(file, at + 11 + colorTable(file.u8(at + 9)));
                }
                default -> throw BrokenFileException.broken("The GIF's blocks do not follow each other.");
            }
        }
    }

    private static long afterSubBlocks(FileBytes file, long start) throws IOException, BrokenFileException {
        long at = start;
        for (int length = file.u8(at); length > 0; length = file.u8(at)) {
            at += 1 + length;
        }
        return at + 1;
    }

    private static int colorTable(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }
}
