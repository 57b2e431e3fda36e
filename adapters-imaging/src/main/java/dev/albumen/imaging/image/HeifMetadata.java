package dev.albumen.imaging.image;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Metadata in an AVIF or HEIC (ISO/IEC 23008-12): items that the file's meta box lists and locates. Items in pieces, or
 * located by other than their place in the file, are left alone.
 */
final class HeifMetadata {

    private static final int MAX_BOXES = 1000;
    private static final int MAX_ITEMS = 10_000;
    private static final String XMP = "application/rdf+xml";

    private final FileBytes file;
    private final MetadataBlocks into;
    /** What each item of interest is, by its number. */
    private final Map<Long, Kind> kinds = new HashMap<>();
    private int boxes;

    private HeifMetadata(FileBytes file, MetadataBlocks into) {
        this.file = file;
        this.into = into;
    }

    private enum Kind { EXIF, XMP }

    /** @param data behind the box's header */
    private record Box(String type, long data, long end) {}

    static void read(FileBytes file, MetadataBlocks into) throws IOException, BrokenFileException {
        HeifMetadata metadata = new HeifMetadata(file, into);
        Box meta = metadata.find("meta", 0, file.size());
        Box infos = metadata.find("iinf", meta.data() + 4, meta.end());
        Box locations = metadata.find("iloc", meta.data() + 4, meta.end());
        metadata.readInfos(infos);
        metadata.readLocations(locations);
    }

    private Box find(String type, long from, long end) throws IOException, BrokenFileException {
        for (long at = from; at + 8 <= end;) {
            Box box = box(at, end);
            if (box.type().equals(type)) {
                return box;
            }
            at = box.end();
        }
        throw BrokenFileException.broken("There is no box " + type + ".");
    }

    private Box box(long at, long end) throws IOException, BrokenFileException {
        if (++boxes > MAX_BOXES) {
            throw BrokenFileException.broken("There are too many boxes.");
        }
        long size = file.u32(at);
        long header = 8;
        if (size == 1) {
            size = file.u32(at + 8) << 32 | file.u32(at + 12);
            header = 16;
        } else if (size == 0) {
            size = end - at;
        }
        if (size < header || size > end - at) {
            throw BrokenFileException.broken("A box reaches past its end.");
        }
        return new Box(file.name(at + 4), at + header, at + size);
    }

    private void readInfos(Box infos) throws IOException, BrokenFileException {
        boolean small = file.u8(infos.data()) == 0;
        long at = infos.data() + (small ? 6 : 8);
        while (at + 8 <= infos.end()) {
            Box info = box(at, infos.end());
            int version = file.u8(info.data());
            if (info.type().equals("infe") && version >= 2) {
                boolean wide = version > 2;
                long id = wide ? file.u32(info.data() + 4) : file.u16(info.data() + 4);
                readInfo(id, info.data() + (wide ? 10 : 8), info.end());
            }
            at = info.end();
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
