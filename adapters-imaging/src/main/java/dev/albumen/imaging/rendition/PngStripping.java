package dev.albumen.imaging.rendition;

import dev.albumen.imaging.image.BrokenFileException;
import dev.albumen.imaging.image.FileBytes;
import dev.albumen.imaging.image.Orientation;
import dev.albumen.imaging.image.PngChunks;
import dev.albumen.imaging.image.PngChunks.Chunk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/** Keeps pixels, palette, transparency, colour, density and animation; ends at the end. */
final class PngStripping {

    private static final int SIGNATURE_BYTES = 8;
    private static final Set<String> KEPT = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "mDCV", "cLLI", "sBIT", "bKGD",
            "pHYs", "acTL", "fcTL", "fdAT");

    private PngStripping() {}

    static void strip(FileBytes file, Orientation orientation, Copy copy) throws IOException, BrokenFileException {
        copy.range(0, SIGNATURE_BYTES);
        PngChunks chunks = new PngChunks(file);
        Chunk chunk;
        do {
            chunk = chunks.next();
            if (KEPT.contains(chunk.type())) {
                copy.range(chunk.start(), chunk.end());
            }
            if (chunk.type().equals("IHDR") && orientation != Orientation.NORMAL) {
                copy.bytes(exifChunk(orientation));
            }
        } while (!chunk.type().equals("IEND"));
    }

    private static ByteBuffer exifChunk(Orientation orientation) {
        ByteBuffer exif = SegmentStripper.exif(orientation);
        int length = exif.remaining();
        ByteBuffer chunk = ByteBuffer.allocate(12 + length)
                .putInt(length)
                .put("eXIf".getBytes(StandardCharsets.US_ASCII))
                .put(exif);
        CRC32 checksum = new CRC32();
        checksum.update(chunk.array(), 4, 4 + length);
        return chunk.putInt((int) checksum.getValue()).flip();
    }
}
