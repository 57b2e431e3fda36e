package dev.albumen.imaging.image;

import dev.albumen.domain.image.MediaType;
import dev.albumen.imaging.image.PngChunks.Chunk;
import java.io.IOException;

/** What a PNG's chunks say, and whether its end is there. */
final class PngStructure {

    private static final int MAX_EXIF_BYTES = 1 << 20;

    private PngStructure() {}

    static Header walk(FileBytes file) throws IOException, BrokenFileException {
        PngChunks chunks = new PngChunks(file);
        Chunk header = chunks.next();
        if (!header.type().equals("IHDR") || header.length() != 13) {
            throw BrokenFileException.broken("The PNG does not begin with its header.");
        }
        requireKnownPixels(file.u8(header.data() + 8), file.u8(header.data() + 9));
        Orientation orientation = Orientation.NORMAL;
        boolean pixels = false;
        Chunk chunk = chunks.next();
        while (!chunk.type().equals("IEND")) {
            pixels |= chunk.type().equals("IDAT");
            if (chunk.type().equals("eXIf") && chunk.length() <= MAX_EXIF_BYTES) {
                orientation = Orientation.ofExif(file.bytes(chunk.data(), (int) chunk.length()));
            }
            chunk = chunks.next();
        }
        if (!pixels) {
            throw BrokenFileException.broken("The PNG has no pixels.");
        }
        return Header.of(MediaType.PNG, file.u32(header.data()), file.u32(header.data() + 4), orientation);
    }

    private static void requireKnownPixels(int depth, int colorType) throws BrokenFileException {
        boolean known = switch (colorType) {
            case 0 -> depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
            case 3 -> depth == 1 || depth == 2 || depth == 4 || depth == 8;
            case 2, 4, 6 -> depth == 8 || depth == 16;
            default -> false;
        };
        if (!known) {
            throw BrokenFileException.broken("The PNG's header names pixels that do not exist: colour type " + colorType
                    + " with " + depth + " bits.");
        }
    }
}
