package dev.albumen.imaging.image;

import dev.albumen.imaging.image.Boxes.Box;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Metadata in an AVIF or HEIC (ISO/IEC 23008-12): items that the file's meta box lists and locates. Items in pieces, or
 * located by other than their place in the file, are left alone.
 */
final class HeifMetadata {

    private static final int MAX_ITEMS = 10_000;
    private static final String XMP = "application/rdf+xml";

    private final FileBytes file;
    private final MetadataBlocks into;
    /** What each item of interest is, by its number. */
    private final Map<Long, Kind> kinds = new HashMap<>();

    private HeifMetadata(FileBytes file, MetadataBlocks into) {
        this.file = file;
        this.into = into;
    }

    private enum Kind { EXIF, XMP }

    static void read(FileBytes file, MetadataBlocks into) throws IOException, BrokenFileException {
        HeifMetadata metadata = new HeifMetadata(file, into);
        Box meta = required(Boxes.of(file), "meta");
        Box infos = required(Boxes.in(file, meta, 4), "iinf");
        Box locations = required(Boxes.in(file, meta, 4), "iloc");
        metadata.readInfos(infos);
        metadata.readLocations(locations);
    }

    private static Box required(Boxes boxes, String type) throws IOException, BrokenFileException {
        return boxes.next(type).orElseThrow(() -> BrokenFileException.broken("There is no box " + type + "."));
    }

    private void readInfos(Box infos) throws IOException, BrokenFileException {
        boolean small = file.u8(infos.data()) == 0;
        Boxes boxes = Boxes.in(file, infos, small ? 6 : 8);
        for (Optional<Box> next = boxes.next("infe"); next.isPresent(); next = boxes.next("infe")) {
            Box info = next.get();
            int version = file.u8(info.data());
            if (version >= 2) {
                boolean wide = version > 2;
                long id = wide ? file.u32(info.data() + 4) : file.u16(info.data() + 4);
                readInfo(id, info.data() + (wide ? 10 : 8), info.end());
            }
        }
    }

    /** @param at where the item's type stands, before its name and a MIME item's content type */
    private void readInfo(long id, long at, long end) throws IOException, BrokenFileException {
        String type = file.name(at);
        if (type.equals("Exif")) {
            kinds.put(id, Kind.EXIF);
        } else if (type.equals("mime")) {
            long name = at + 4;
            while (name < end && file.u8(name) != 0) {
                name++;
            }
            if (into.begins(name + 1, end - name - 1, XMP)) {
                kinds.put(id, Kind.XMP);
            }
        }
    }

    private void readLocations(Box locations) throws IOException, BrokenFileException {
        int version = file.u8(locations.data());
        int sizes = file.u16(locations.data() + 4);
        long at = locations.data() + 6;
        long items = version < 2 ? file.u16(at) : file.u32(at);
        at += version < 2 ? 2 : 4;
        for (int i = 0; i < Math.min(items, MAX_ITEMS); i++) {
            file.order(ByteOrder.BIG_ENDIAN);
            at = readLocation(version, sizes, at);
        }
    }

    /** Gives where the next one begins. */
    private long readLocation(int version, int sizes, long start) throws IOException, BrokenFileException {
        int offsetBytes = sizes >> 12 & 15;
        int lengthBytes = sizes >> 8 & 15;
        int baseBytes = sizes >> 4 & 15;
        int indexBytes = version == 0 ? 0 : sizes & 15;
        long at = start;
        long id = version < 2 ? file.u16(at) : file.u32(at);
        at += version < 2 ? 2 : 4;
        boolean inFile = version == 0 || (file.u16(at) & 15) == 0;
        at += version == 0 ? 2 : 4;
        long base = number(at, baseBytes);
        at += baseBytes;
        int pieces = file.u16(at);
        at += 2;
        if (pieces == 1 && inFile) {
            long offset = base + number(at + indexBytes, offsetBytes);
            take(kinds.get(id), offset, number(at + indexBytes + offsetBytes, lengthBytes));
        }
        return at + (long) pieces * (indexBytes + offsetBytes + lengthBytes);
    }

    private void take(@Nullable Kind kind, long at, long length) throws IOException, BrokenFileException {
        if (kind == null || length < 8 || at < 0 || length > file.size() - at) {
            return;
        }
        switch (kind) {
            case EXIF -> {
                // in front stands how far behind itself the TIFF structure begins
                long skipped = 4 + file.u32(at);
                if (skipped < length) {
                    into.exif(at + skipped, length - skipped);
                }
            }
            case XMP -> into.xmp(at, length);
        }
    }

    private long number(long at, int bytes) throws IOException, BrokenFileException {
        return switch (bytes) {
            case 0 -> 0;
            case 4 -> file.u32(at);
            case 8 -> file.u32(at) << 32 | file.u32(at + 4);
            default -> throw BrokenFileException.broken("A number is of a wrong length.");
        };
    }
}
