package dev.albumen.imaging.image;

import dev.albumen.domain.image.MediaType;
import java.io.IOException;

/** The chunks of a PNG (ISO/IEC 15948), from IHDR to IEND; lengths only, no checksums. */
final class PngStructure {

    private static final int FIRST_CHUNK = 8;
    private static final int CHUNK_FRAME = 12;
    private static final int MAX_EXIF_BYTES = 1 << 20;

    private PngStructure() {}

    static Header walk(FileBytes file) throws IOException, BrokenFileException {
        if (!file.name(FIRST_CHUNK + 4).equals("IHDR") || file.u32(FIRST_CHUNK) != 13) {
            throw BrokenFileException.broken("The PNG does not begin with its header.");
        }
        long width = file.u32(FIRST_CHUNK + 8);
        long height = file.u32(FIRST_CHUNK + 12);
        requireKnownPixels(file.u8(FIRST_CHUNK + 16), file.u8(FIRST_CHUNK + 17));
        Orientation orientation = Orientation.NORMAL;
        boolean pixels = false;
        long at = FIRST_CHUNK + CHUNK_FRAME + 13;
        while (true) {
            long length = file.u32(at);
            String type = file.name(at + 4);
            requireChunkName(type);
            file.requireWithin(at, length + CHUNK_FRAME);
            switch (type) {
                case "IEND" -> {
                    if (!pixels) {
                        throw BrokenFileException.broken("The PNG has no pixels.");
                    }
                    return Header.of(MediaType.PNG, width, height, orientation);
                }
                case "IDAT" -> pixels = true;
                case "eXIf" -> orientation = length > MAX_EXIF_BYTES
                        ? Orientation.NORMAL
                        : Orientation.ofExif(file.bytes(at + 8, (int) length));
                default -> { }
            }
            at += length + CHUNK_FRAME;
        }
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

    private static void requireChunkName(String type) throws BrokenFileException {
        for (int i = 0; i < 4; i++) {
            char letter = type.charAt(i);
            if ((letter < 'A' || letter > 'Z') && (letter < 'a' || letter > 'z')) {
                throw BrokenFileException.broken("The PNG's chunks do not follow each other.");
            }
        }
    }
}
