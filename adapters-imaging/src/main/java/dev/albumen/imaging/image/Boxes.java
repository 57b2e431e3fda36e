package dev.albumen.imaging.image;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Optional;

/** Walks the boxes of an ISO base media file (ISO/IEC 14496-12) or of one of its boxes, by their sizes. */
public final class Boxes {

    /** Far more than fragments of a video of hours, far fewer than a large file of nothing but headers has. */
    private static final int MAX = 100_000;
    private static final int HEADER = 8;

    private final FileBytes file;
    private final long end;
    private final boolean whole;
    private long at;
    private int count;

    private Boxes(FileBytes file, long at, long end, boolean whole) {
        this.file = file;
        this.at = at;
        this.end = end;
        this.whole = whole;
        file.order(ByteOrder.BIG_ENDIAN);
    }

    /** Those of the file itself. */
    public static Boxes of(FileBytes file) {
        return new Boxes(file, 0, file.size(), true);
    }

    /** Those inside of a box. */
    public static Boxes in(FileBytes file, Box box) {
        return in(file, box, 0);
    }

    /** Those inside of a box, behind as many bytes of its own. */
    public static Boxes in(FileBytes file, Box box, int behind) {
        return new Boxes(file, Math.min(box.data() + behind, box.end()), box.end(), false);
    }

    /**
     * A box.
     *
     * @param type four characters (Latin-1)
     * @param start of its size
     * @param data where its payload begins
     * @param end behind its payload
     */
    public record Box(String type, long start, long data, long end) {

        public long length() {
            return end - data;
        }
    }

    /** The next box, all of which is there; empty at the end. */
    public Optional<Box> next() throws IOException, BrokenFileException {
        if (at == end || at + HEADER > end && !whole) {
            // QuickTime ends some lists by four zeros
            return Optional.empty();
        }
        if (++count > MAX) {
            throw BrokenFileException.broken("The file has more boxes than any file needs.");
        }
        long size = file.u32(at);
        String type = file.name(at + 4);
        long data = at + HEADER;
        if (size == 1) {
            data += HEADER;
            size = file.u32(at + 8) << 32 | file.u32(at + 12);
        } else if (size == 0) {
            size = end - at;
        }
        if (size < data - at || type.isBlank()) {
            throw BrokenFileException.broken("The file's boxes do not follow each other.");
        }
        if (size > end - at) {
            throw whole
                    ? BrokenFileException.truncated("The file ends before its boxes do.")
                    : BrokenFileException.broken("A box of the file reaches past the one around it.");
        }
        Box box = new Box(type, at, data, at + size);
        at = box.end();
        return Optional.of(box);
    }

    /** The next box of a type; empty where there is no more. */
    public Optional<Box> next(String type) throws IOException, BrokenFileException {
        Optional<Box> box = next();
        while (box.isPresent() && !box.get().type().equals(type)) {
            box = next();
        }
        return box;
    }

    /** The first box at the end of a path of types below a box; empty where there is none. */
    public static Optional<Box> find(FileBytes file, Box from, String... path) throws IOException, BrokenFileException {
        Optional<Box> found = Optional.of(from);
        for (String type : path) {
            if (found.isEmpty()) {
                return found;
            }
            found = in(file, found.get()).next(type);
        }
        return found;
    }
}
