package dev.albumen.imaging.image;

import dev.albumen.imaging.image.Boxes.Box;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The items of an AVIF or HEIC (ISO/IEC 23008-12): pictures, what these are made of, and metadata. */
final class HeifItems {

    private static final int MAX_ITEMS = 10_000;
    /** Ways to say where an item lies. */
    private static final int IN_FILE = 0;
    private static final int IN_META = 1;

    private final FileBytes file;
    private final Map<Long, Info> infos = new HashMap<>();
    private final List<Item> items = new ArrayList<>();
    /** Where the data begins that lies in the meta box itself; none where negative. */
    private long inMeta = -1;

    private HeifItems(FileBytes file) {
        this.file = file;
    }

    /** @param at where what follows its type stands */
    private record Info(String type, long at, long end) {}

    /**
     * An item.
     *
     * @param type four letters
     * @param info where a name and, of some types, more stands
     * @param at where it lies in the file; negative for one in pieces, or one that is located by others
     */
    record Item(String type, long info, long infoEnd, long at, long length) {

        boolean isInOnePiece() {
            return at >= 0;
        }
    }

    /** Those that a meta box names and locates; none where it does not say where they are. */
    static List<Item> in(FileBytes file, Box meta) throws IOException, BrokenFileException {
        HeifItems found = new HeifItems(file);
        Optional<Box> data = Boxes.in(file, meta, 4).next("idat");
        found.inMeta = data.isPresent() ? data.get().data() : -1;
        Optional<Box> infos = Boxes.in(file, meta, 4).next("iinf");
        Optional<Box> locations = Boxes.in(file, meta, 4).next("iloc");
        if (infos.isPresent() && locations.isPresent()) {
            found.readInfos(infos.get());
            found.readLocations(locations.get());
        }
        return found.items;
    }

    private void readInfos(Box box) throws IOException, BrokenFileException {
        boolean small = file.u8(box.data()) == 0;
        Boxes boxes = Boxes.in(file, box, small ? 6 : 8);
        for (Optional<Box> next = boxes.next("infe"); next.isPresent(); next = boxes.next("infe")) {
            Box info = next.get();
            int version = file.u8(info.data());
            if (version >= 2) {
                boolean wide = version > 2;
                long id = wide ? file.u32(info.data() + 4) : file.u16(info.data() + 4);
                long type = info.data() + (wide ? 10 : 8);
                infos.put(id, new Info(file.name(type), type + 4, info.end()));
                requireFew(infos.size());
            }
        }
    }

    private void readLocations(Box box) throws IOException, BrokenFileException {
        int version = file.u8(box.data());
        int sizes = file.u16(box.data() + 4);
        long at = box.data() + 6;
        long count = version < 2 ? file.u16(at) : file.u32(at);
        at += version < 2 ? 2 : 4;
        for (long i = 0; i < count; i++) {
            requireFew(i);
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
        int method = version == 0 ? IN_FILE : file.u16(at) & 15;
        at += version == 0 ? 2 : 4;
        long base = number(at, baseBytes);
        at += baseBytes;
        int pieces = file.u16(at);
        at += 2;
        Info info = infos.get(id);
        if (info != null) {
            boolean located = pieces == 1 && (method == IN_FILE || method == IN_META && inMeta >= 0);
            long place = located ? base + number(at + indexBytes, offsetBytes) + (method == IN_META ? inMeta : 0) : -1;
            long length = located ? number(at + indexBytes + offsetBytes, lengthBytes) : 0;
            items.add(new Item(info.type(), info.at(), info.end(), place, length));
        }
        return at + (long) pieces * (indexBytes + offsetBytes + lengthBytes);
    }

    private long number(long at, int bytes) throws IOException, BrokenFileException {
        return switch (bytes) {
            case 0 -> 0;
            case 4 -> file.u32(at);
            case 8 -> file.u32(at) << 32 | file.u32(at + 4);
            default -> throw BrokenFileException.broken("A number is of a wrong length.");
        };
    }

    private static void requireFew(long count) throws BrokenFileException {
        if (count > MAX_ITEMS) {
            throw BrokenFileException.broken("The file has more parts than any picture has.");
        }
    }
}
