package dev.albumen.application.rendition;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Where everything of a ZIP archive lies whose entries are stored, and the bytes of all but the entries themselves (PKWARE's
 * APPNOTE 6.3.10, sections 4.3 to 4.5). Sizes and checksums go before the entries, so no data descriptors follow them. Names
 * are in UTF-8. Where a number outgrows its field, and there alone, the ZIP64 form holds it.
 */
final class ZipLayout {

    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int END_64 = 0x06064b50;
    private static final int END_64_LOCATOR = 0x07064b50;

    private static final int LOCAL_SIZE = 30;
    private static final int CENTRAL_SIZE = 46;
    private static final int END_SIZE = 22;
    private static final int END_64_SIZE = 56;
    private static final int END_64_LOCATOR_SIZE = 20;

    private static final short EXTRA_64 = 0x0001;
    private static final int EXTRA_HEADER_SIZE = 4;
    private static final short NAMES_IN_UTF_8 = 0x0800;
    private static final short STORED = 0;
    private static final short VERSION_PLAIN = 10;
    private static final short VERSION_64 = 45;
    /** A Unix system, of which readers take the permissions. */
    private static final short MADE_BY = 3 << 8 | VERSION_64;
    private static final int PLAIN_FILE_FOR_READING = 0100644 << 16;
    /** The first of January 1980: of every entry, so that the same images give the same archive. */
    private static final short DATE = 1 << 5 | 1;
    private static final short TIME = 0;

    /** What a field holds whose number is in the ZIP64 form. */
    private static final long FULL = 0xffff_ffffL;
    private static final int FULL_COUNT = 0xffff;

    private final List<Entry> entries;
    /** Of the local headers, and last of the central directory. */
    private final long[] offsets;
    /** Of the central headers within the directory, and last the directory's size. */
    private final long[] centralOffsets;

    ZipLayout(List<? extends Entry> entries) {
        this.entries = List.copyOf(entries);
        this.offsets = new long[entries.size() + 1];
        this.centralOffsets = new long[entries.size() + 1];
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            int name = name(entry).length;
            offsets[i + 1] = offsets[i] + LOCAL_SIZE + name + localExtra(entry) + entry.byteSize();
            centralOffsets[i + 1] = centralOffsets[i] + CENTRAL_SIZE + name + centralExtra(entry, offsets[i]);
        }
    }

    /** A file of the archive. */
    interface Entry {

        /** At most 65,535 bytes in UTF-8. */
        String name();

        long byteSize();

        /** 32 bits without a sign. */
        long crc32();
    }

    int count() {
        return entries.size();
    }

    /** Of the whole archive. */
    long byteSize() {
        return centralEnd() + end().length;
    }

    /** Of what comes before the directory. */
    long directoryOffset() {
        return offsets[entries.size()];
    }

    /** Which entry lies there, with its header. */
    int storedAt(long position) {
        return at(offsets, position);
    }

    /** Whose header in the directory lies there. */
    int listedAt(long position) {
        return at(centralOffsets, position - directoryOffset());
    }

    private static int at(long[] begins, long position) {
        int found = Arrays.binarySearch(begins, position);
        return found >= 0 ? found : -found - 2;
    }

    /** Where an entry begins, with its header. */
    long offset(int entry) {
        return offsets[entry];
    }

    /** Where an entry's own bytes begin. */
    long dataOffset(int entry) {
        return offsets[entry + 1] - entries.get(entry).byteSize();
    }

    /** Where an entry's header in the directory begins. */
    long centralOffset(int entry) {
        return directoryOffset() + centralOffsets[entry];
    }

    /** Where the records behind the directory begin. */
    long centralEnd() {
        return directoryOffset() + centralOffsets[entries.size()];
    }

    /** The header before an entry. */
    byte[] local(int number) {
        Entry entry = entries.get(number);
        byte[] name = name(entry);
        int extra = localExtra(entry);
        ByteBuffer header = bytes(LOCAL_SIZE + name.length + extra);
        header.putInt(LOCAL).putShort(extra > 0 ? VERSION_64 : VERSION_PLAIN);
        common(header, entry, name, extra).put(name);
        if (extra > 0) {
            header.putShort(EXTRA_64).putShort((short) (extra - EXTRA_HEADER_SIZE))
                    .putLong(entry.byteSize()).putLong(entry.byteSize());
        }
        return header.array();
    }

    /** The header of an entry in the directory. */
    byte[] central(int number) {
        Entry entry = entries.get(number);
        byte[] name = name(entry);
        int extra = centralExtra(entry, offsets[number]);
        ByteBuffer header = bytes(CENTRAL_SIZE + name.length + extra);
        header.putInt(CENTRAL).putShort(MADE_BY).putShort(extra > 0 ? VERSION_64 : VERSION_PLAIN);
        common(header, entry, name, extra);
        header.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(PLAIN_FILE_FOR_READING)
                .putInt((int) Math.min(offsets[number], FULL)).put(name);
        if (extra > 0) {
            header.putShort(EXTRA_64).putShort((short) (extra - EXTRA_HEADER_SIZE));
            if (isLarge(entry)) {
                header.putLong(entry.byteSize()).putLong(entry.byteSize());
            }
            if (offsets[number] >= FULL) {
                header.putLong(offsets[number]);
            }
        }
        return header.array();
    }

    /** From the flags to the length of the extra field: the same in both headers. */
    private static ByteBuffer common(ByteBuffer header, Entry entry, byte[] name, int extra) {
        int size = (int) (isLarge(entry) ? FULL : entry.byteSize());
        return header.putShort(NAMES_IN_UTF_8).putShort(STORED).putShort(TIME).putShort(DATE)
                .putInt((int) entry.crc32()).putInt(size).putInt(size)
                .putShort((short) name.length).putShort((short) extra);
    }

    /** The records behind the directory. */
    byte[] end() {
        long offset = directoryOffset();
        long size = centralOffsets[entries.size()];
        boolean is64 = entries.size() >= FULL_COUNT || offset >= FULL || size >= FULL;
        ByteBuffer end = bytes(END_SIZE + (is64 ? END_64_SIZE + END_64_LOCATOR_SIZE : 0));
        if (is64) {
            end.putInt(END_64).putLong(END_64_SIZE - 12).putShort(MADE_BY).putShort(VERSION_64).putInt(0).putInt(0)
                    .putLong(entries.size()).putLong(entries.size()).putLong(size).putLong(offset);
            end.putInt(END_64_LOCATOR).putInt(0).putLong(offset + size).putInt(1);
        }
        short count = (short) Math.min(entries.size(), FULL_COUNT);
        return end.putInt(END).putShort((short) 0).putShort((short) 0).putShort(count).putShort(count)
                .putInt((int) Math.min(size, FULL)).putInt((int) Math.min(offset, FULL)).putShort((short) 0).array();
    }

    private static int localExtra(Entry entry) {
        return isLarge(entry) ? EXTRA_HEADER_SIZE + 2 * Long.BYTES : 0;
    }

    private static int centralExtra(Entry entry, long offset) {
        int numbers = (isLarge(entry) ? 2 : 0) + (offset >= FULL ? 1 : 0);
        return numbers == 0 ? 0 : EXTRA_HEADER_SIZE + numbers * Long.BYTES;
    }

    private static boolean isLarge(Entry entry) {
        return entry.byteSize() >= FULL;
    }

    private static byte[] name(Entry entry) {
        return entry.name().getBytes(StandardCharsets.UTF_8);
    }

    private static ByteBuffer bytes(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
