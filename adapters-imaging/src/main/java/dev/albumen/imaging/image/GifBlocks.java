package dev.albumen.imaging.image;

import java.io.IOException;
import java.nio.ByteOrder;

/** Walks the blocks of a GIF (GIF89a) behind its screen and global colour table, to its trailer. */
public final class GifBlocks {

    public static final int EXTENSION = 0x21;
    public static final int FRAME = 0x2C;
    public static final int TRAILER = 0x3B;

    private static final int HEADER_BYTES = 13;

    private final FileBytes file;
    private long at;

    public GifBlocks(FileBytes file) throws IOException, BrokenFileException {
        this.file = file;
        file.order(ByteOrder.LITTLE_ENDIAN);
        this.at = HEADER_BYTES + colorTable(file.u8(10));
        file.requireWithin(0, at);
    }

    /**
     * A block with all its sub-blocks.
     *
     * @param kind one of the constants of this class
     */
    public record Block(int kind, long start, long end) {}

    /** Where the next block begins; at first: how much of the file is the screen with its colours. */
    public long at() {
        return at;
    }

    public Block next() throws IOException, BrokenFileException {
        long start = at;
        int kind = file.u8(start);
        at = switch (kind) {
            case EXTENSION -> afterSubBlocks(start + 2);
            case FRAME -> afterSubBlocks(start + 11 + colorTable(file.u8(start + 9)));
            case TRAILER -> start + 1;
            default -> throw BrokenFileException.broken("The GIF's blocks do not follow each other.");
        };
        return new Block(kind, start, at);
    }

    private long afterSubBlocks(long start) throws IOException, BrokenFileException {
        long next = start;
        for (int length = file.u8(next); length > 0; length = file.u8(next)) {
            next += 1 + length;
        }
        return next + 1;
    }

    private static int colorTable(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }
}
