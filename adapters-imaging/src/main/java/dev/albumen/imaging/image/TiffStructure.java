package dev.albumen.imaging.image;

import dev.albumen.domain.image.MediaType;
import java.io.IOException;
import java.nio.ByteOrder;

/** The first directory of a TIFF (TIFF 6.0) and where its pixels lie. */
final class TiffStructure {

    private static final int ENTRY_BYTES = 12;
    private static final int MAX_PIECES = 100_000;
    private static final int MAX_TILE_EDGE = 4096;
    /** A strip is held in memory whole. */
    private static final long MAX_STRIP_BYTES = 256L << 20;

    private static final int SUBFILE = 0x00FE;
    private static final int WIDTH = 0x0100;
    private static final int HEIGHT = 0x0101;
    private static final int BITS = 0x0102;
    private static final int STRIP_OFFSETS = 0x0111;
    private static final int SAMPLES = 0x0115;
    private static final int ROWS_PER_STRIP = 0x0116;
    private static final int STRIP_LENGTHS = 0x0117;
    private static final int TILE_WIDTH = 0x0142;
    private static final int TILE_HEIGHT = 0x0143;
    private static final int TILE_OFFSETS = 0x0144;
    private static final int TILE_LENGTHS = 0x0145;
    private static final int DNG_VERSION = 0xC612;

    private final FileBytes file;
    private long width;
    private long height;
    private long bits = 1;
    private long samples = 1;
    private long rowsPerStrip = Long.MAX_VALUE;
    private boolean tiled;
    private Orientation orientation = Orientation.NORMAL;
    private long offsetsEntry;
    private long lengthsEntry;

    private TiffStructure(FileBytes file) {
        this.file = file;
    }

    static Header walk(FileBytes file) throws IOException, BrokenFileException {
        file.order(file.u8(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        TiffStructure structure = new TiffStructure(file);
        long directory = file.u32(4);
        int entries = file.u16(directory);
        file.requireWithin(directory, 6 + (long) entries * ENTRY_BYTES);
        for (int i = 0; i < entries; i++) {
            structure.readEntry(directory + 2 + (long) i * ENTRY_BYTES);
        }
        structure.requirePixels();
        return Header.of(MediaType.TIFF, structure.width, structure.height, structure.orientation);
    }

    private void readEntry(long entry) throws IOException, BrokenFileException {
        int tag = file.u16(entry);
        switch (tag) {
            case WIDTH -> width = number(entry, 0);
            case HEIGHT -> height = number(entry, 0);
            case Orientation.TAG -> orientation = Orientation.ofTagValue(number(entry, 0));
            case STRIP_OFFSETS, TILE_OFFSETS -> offsetsEntry = entry;
            case STRIP_LENGTHS, TILE_LENGTHS -> lengthsEntry = entry;
            case BITS -> bits = number(entry, 0);
            case SAMPLES -> samples = number(entry, 0);
            case ROWS_PER_STRIP -> rowsPerStrip = number(entry, 0);
            case TILE_WIDTH, TILE_HEIGHT -> {
                tiled = true;
                if (number(entry, 0) > MAX_TILE_EDGE) {
                    throw BrokenFileException.unsupported("The TIFF's tiles are too large to be decoded.");
                }
            }
            case SUBFILE -> {
                if ((number(entry, 0) & 1) != 0) {
                    throw raw();
                }
            }
            case DNG_VERSION -> throw raw();
            default -> { }
        }
    }

    private void requirePixels() throws IOException, BrokenFileException {
        if (samples > 8 || bits > 32) {
            throw BrokenFileException.unsupported("TIFF with " + samples + " channels of " + bits + " bits is not supported.");
        }
        if (!tiled && Math.min(height, rowsPerStrip) * width > MAX_STRIP_BYTES * 8 / Math.max(1, samples * bits)) {
            throw BrokenFileException.unsupported("The TIFF's strips are too large to be decoded.");
        }
        if (offsetsEntry == 0 || lengthsEntry == 0) {
            throw BrokenFileException.broken("The TIFF does not say where its pixels are.");
        }
        long pieces = file.u32(offsetsEntry + 4);
        if (pieces < 1 || pieces > MAX_PIECES || pieces != file.u32(lengthsEntry + 4)) {
            throw BrokenFileException.broken("The TIFF's strips or tiles do not add up.");
        }
        for (int i = 0; i < pieces; i++) {
            file.requireWithin(number(offsetsEntry, i), number(lengthsEntry, i));
        }
    }

    /** One number of an entry that holds SHORT or LONG values, in place or elsewhere in the file. */
    private long number(long entry, int index) throws IOException, BrokenFileException {
        int bytes = switch (file.u16(entry + 2)) {
            case 1 -> 1;
            case 3 -> 2;
            case 4 -> 4;
            default -> throw BrokenFileException.broken("A number in the TIFF's directory is of a wrong type.");
        };
        long start = bytes * file.u32(entry + 4) <= 4 ? entry + 8 : file.u32(entry + 8);
        long at = start + (long) index * bytes;
        return switch (bytes) {
            case 1 -> file.u8(at);
            case 2 -> file.u16(at);
            default -> file.u32(at);
        };
    }

    private static BrokenFileException raw() {
        return BrokenFileException.unsupported("This is a camera's raw file, not a finished picture.");
    }
}
