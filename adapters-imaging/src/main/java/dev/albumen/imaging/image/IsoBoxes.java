package dev.albumen.imaging.image;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Optional;

/** The boxes of an ISO base media file (ISO 14496-12), or those inside of one box, one after the other. */
final class IsoBoxes {

    private final FileBytes file;
    private final long end;
    private long at;

    private IsoBoxes(FileBytes file, long from, long end) {
        this.file = file;
        this.at = from;
        this.end = end;
    }

    /** @param length of the content, which starts at {@code data} */
    record Box(String name, long data, long length) {}

    static IsoBoxes of(FileBytes file) {
        file.order(ByteOrder.BIG_ENDIAN);
        return new IsoBoxes(file, 0, file.size());
    }

    /** @param skipped how many bytes of the box come before the boxes inside */
    static IsoBoxes within(FileBytes file, Box box, int skipped) {
        return new IsoBoxes(file, box.data() + skipped, box.data() + box.length());
    }

    /** Empty behind the last one. */
    Optional<Box> next() throws IOException, BrokenFileException {
        if (at >= end) {
            return Optional.empty();
        }
        long length = file.u32(at);
        String name = file.name(at + 4);
        int head = 8;
        if (length == 1) {
            length = file.u32(at + 8) << 32 | file.u32(at + 12);
            head = 16;
        } else if (length == 0) {
            length = end - at;
        }
        if (length < head || length > Long.MAX_VALUE / 2) {
            throw BrokenFileException.broken("A box of the file is shorter than its own head.");
        }
        if (at + length > end) {
            file.requireWithin(at, length);
            throw BrokenFileException.broken("A box of the file is longer than the one that it is in.");
        }
        Box box = new Box(name, at + head, length - head);
        at += length;
        return Optional.of(box);
    }

    /** The next one of this name. */
    Optional<Box> find(String name) throws IOException, BrokenFileException {
        Optional<Box> box = next();
        while (box.isPresent() && !box.get().name().equals(name)) {
            box = next();
        }
        return box;
    }
}
