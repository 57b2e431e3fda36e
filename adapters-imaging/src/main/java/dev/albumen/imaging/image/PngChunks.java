package dev.albumen.imaging.image;

import java.io.IOException;
import java.nio.ByteOrder;

/** Walks the chunks of a PNG (ISO/IEC 15948) by their lengths; checksums are not looked at. */
public final class PngChunks {

    /** Length, type and checksum. */
    private static final int FRAME = 12;

    private final FileBytes file;
    private long at = 8;

    public PngChunks(FileBytes file) {
        this.file = file;
        file.order(ByteOrder.BIG_ENDIAN);
    }

    /**
     * A chunk.
     *
     * @param start of its length
     * @param data where its payload begins
     * @param length of its payload
     * @param end behind its checksum
     */
    public record Chunk(String type, long start, long data, long length, long end) {}

    /** The next chunk, all of which is there. */
    public Chunk next() throws IOException, BrokenFileException {
        long length = file.u32(at);
        String type = file.name(at + 4);
        if (!type.chars().allMatch(c -> c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z')) {
            throw BrokenFileException.broken("The PNG's chunks do not follow each other.");
        }
        file.requireWithin(at, length + FRAME);
        Chunk chunk = new Chunk(type, at, at + 8, length, at + length + FRAME);
        at = chunk.end();
        return chunk;
    }
}
