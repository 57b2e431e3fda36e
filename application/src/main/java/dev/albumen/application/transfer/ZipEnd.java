package dev.albumen.application.transfer;

import dev.albumen.domain.shared.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What the end of a ZIP archive says of its directory (PKWARE's APPNOTE, sections 4.3.14 to 4.3.16). Looked at first, for
 * whoever reads the directory holds it in memory, however large it claims to be.
 *
 * @param entries as the archive claims
 * @param directoryBytes likewise
 */
record ZipEnd(long entries, long directoryBytes) {

    private static final int END = 0x06054b50;
    private static final int END_64 = 0x06064b50;
    private static final int END_64_LOCATOR = 0x07064b50;
    private static final int END_SIZE = 22;
    private static final int END_64_SIZE = 56;
    private static final int LOCATOR_SIZE = 20;
    private static final int MAX_COMMENT = 0xffff;

    /** @throws dev.albumen.domain.shared.RefusedException {@code Unprocessable} for what is no ZIP archive */
    static ZipEnd read(Path file) throws IOException {
        try (FileChannel bytes = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = bytes.size();
            ByteBuffer tail = read(bytes, Math.max(0, size - END_SIZE - MAX_COMMENT), (int) Math.min(size, END_SIZE + MAX_COMMENT));
            for (int at = tail.limit() - END_SIZE; at >= 0; at--) {
                if (tail.getInt(at) == END && (tail.getShort(at + 20) & 0xffff) == tail.limit() - at - END_SIZE) {
                    ZipEnd plain = new ZipEnd(tail.getShort(at + 10) & 0xffff, tail.getInt(at + 12) & 0xffff_ffffL);
                    return plain.orLarger(bytes, size - tail.limit() + at);
                }
            }
        }
        throw broken();
    }

    /** The larger numbers of both forms: which of them a reader believes is not for sure. */
    private ZipEnd orLarger(FileChannel bytes, long end) throws IOException {
        if (end < LOCATOR_SIZE) {
            return this;
        }
        ByteBuffer locator = read(bytes, end - LOCATOR_SIZE, LOCATOR_SIZE);
        long at = locator.getLong(8);
        if (locator.getInt(0) != END_64_LOCATOR || at < 0 || at > end - END_64_SIZE) {
            return this;
        }
        ByteBuffer end64 = read(bytes, at, END_64_SIZE);
        if (end64.getInt(0) != END_64) {
            return this;
        }
        long entries64 = end64.getLong(32);
        long directory64 = end64.getLong(40);
        if (entries64 < 0 || directory64 < 0) {
            throw broken();
        }
        boolean isIn64 = directoryBytes == 0xffff_ffffL || entries == 0xffff;
        return isIn64 ? new ZipEnd(entries64, directory64) : new ZipEnd(Math.max(entries, entries64), Math.max(directoryBytes, directory64));
    }

    private static ByteBuffer read(FileChannel bytes, long from, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining() && bytes.read(buffer, from + buffer.position()) >= 0) {
            continue;
        }
        return buffer.flip();
    }

    static RuntimeException broken() {
        return new Refusal.Unprocessable("archive-broken", "This is no ZIP archive, or it is broken or incomplete.").thrown();
    }
}
