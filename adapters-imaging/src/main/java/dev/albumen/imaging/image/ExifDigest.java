package dev.albumen.imaging.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A small copy of a TIFF structure's directories (image, photo, GPS, interoperability). A few thousand tags that all
 * point at the same bytes make a parser that keeps them all run out of memory; the copy has few tags and short values,
 * without maker notes and thumbnails.
 */
final class ExifDigest {

    private static final int MAX_ENTRIES = 500;
    private static final int MAX_VALUE_BYTES = 4096;
    private static final int MAX_DEPTH = 2;
    private static final int HEADER_BYTES = 8;
    private static final int ENTRY_BYTES = 12;
    /** Maker notes, and what has a format of its own: XMP, IPTC, Photoshop's resources and ICC, which parsers would follow. */
    private static final Set<Integer> LEFT_OUT = Set.of(0x927C, 0x02BC, 0x83BB, 0x8649, 0x8773);
    private static final int LONG = 4;
    /** How long one value of each TIFF type is, by the type's number. */
    private static final int[] TYPE_BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8};

    private final FileBytes file;
    private final long base;
    private final long length;
    private final ByteOrder order;
    private int entriesLeft = MAX_ENTRIES;

    private ExifDigest(FileBytes file, long base, long length, ByteOrder order) {
        this.file = file;
        this.order = order;
        this.base = base;
        this.length = length;
    }

    private record Entry(int tag, int type, int count, byte[] value) {

        /** To the directory of the photo, of GPS or of interoperability. */
        boolean isPointer() {
            return type == LONG && count == 1 && (tag == 0x8769 || tag == 0x8825 || tag == 0xA005);
        }
    }

    /** Of the block that begins (with its byte order mark) at {@code base}; empty where there is none to read. */
    static Optional<byte[]> of(FileBytes file, long base, long length) throws IOException, BrokenFileException {
        ByteOrder order = file.u8(base) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        file.order(order);
        if (length < 8 || file.u16(base + 2) != 42) {
            return Optional.empty();
        }
        ExifDigest digest = new ExifDigest(file, base, length, order);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(file.bytes(base, 4));
        out.writeBytes(ByteBuffer.allocate(4).order(order).putInt(HEADER_BYTES).array());
        out.writeBytes(digest.copy(file.u32(base + 4), HEADER_BYTES, MAX_DEPTH));
        return Optional.of(out.toByteArray());
    }

    /** A directory with its values and the directories that it points to, to be put {@code at} that place of the copy. */
    private byte[] copy(long directory, int at, int depth) throws IOException, BrokenFileException {
        List<Entry> entries = read(directory, depth);
        int valuesAt = at + 6 + entries.size() * ENTRY_BYTES;
        ByteBuffer head = ByteBuffer.allocate(valuesAt - at).order(order).putShort((short) entries.size());
        ByteArrayOutputStream values = new ByteArrayOutputStream();
        for (Entry entry : entries) {
            int valueAt = valuesAt + values.size();
            head.putShort((short) entry.tag()).putShort((short) entry.type()).putInt(entry.count());
            if (entry.isPointer()) {
                long target = ByteBuffer.wrap(entry.value()).order(order).getInt() & 0xFFFFFFFFL;
                head.putInt(valueAt);
                values.writeBytes(copy(target, valueAt, depth - 1));
            } else if (entry.value().length > 4) {
                head.putInt(valueAt);
                values.writeBytes(entry.value());
            } else {
                head.put(entry.value()).put(new byte[4 - entry.value().length]);
            }
        }
        return ByteBuffer.allocate(head.capacity() + values.size()).put(head.flip().limit(head.capacity())).put(values.toByteArray()).array();
    }

    private List<Entry> read(long directory, int depth) throws IOException, BrokenFileException {
        List<Entry> entries = new ArrayList<>();
        if (directory + 2 > length) {
            return entries;
        }
        int count = file.u16(base + directory);
        for (int i = 0; i < count && entriesLeft > 0; i++) {
            long at = directory + 2 + (long) i * ENTRY_BYTES;
            if (at + ENTRY_BYTES > length) {
                break;
            }
            entry(base + at).filter(entry -> depth > 0 || !entry.isPointer()).ifPresent(entries::add);
            entriesLeft--;
        }
        return entries;
    }

    private Optional<Entry> entry(long at) throws IOException, BrokenFileException {
        int tag = file.u16(at);
        int type = file.u16(at + 2);
        long count = file.u32(at + 4);
        if (type == 0 || type >= TYPE_BYTES.length || LEFT_OUT.contains(tag)) {
            return Optional.empty();
        }
        long bytes = TYPE_BYTES[type] * count;
        if (bytes <= 4) {
            return Optional.of(new Entry(tag, type, (int) count, file.bytes(at + 8, (int) bytes)));
        }
        long value = file.u32(at + 8);
        return bytes <= MAX_VALUE_BYTES && value + bytes <= length
                ? Optional.of(new Entry(tag, type, (int) count, file.bytes(base + value, (int) bytes)))
                : Optional.empty();
    }
}
