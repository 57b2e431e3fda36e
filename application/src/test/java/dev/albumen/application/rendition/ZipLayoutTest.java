package dev.albumen.application.rendition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZipLayoutTest {

    private static final long FOUR_GIGABYTES = 1L << 32;
    private static final byte[] TEXT = "at the end".getBytes(UTF_8);

    @TempDir
    private Path folder;

    private record Virtual(String name, long byteSize, long crc32) implements ZipLayout.Entry {}

    @Test
    void endsAnEmptyArchiveWithItsEndRecordAlone() throws Exception {
        ZipLayout empty = new ZipLayout(List.of());

        assertThat(empty.byteSize()).isEqualTo(22);
        try (ZipFile zip = written(empty, -1)) {
            assertThat(zip.size()).isZero();
        }
    }

    /** In plain form one byte below the limit, in ZIP64 from there on. */
    @ParameterizedTest
    @ValueSource(longs = {FOUR_GIGABYTES - 2, FOUR_GIGABYTES - 1, FOUR_GIGABYTES, FOUR_GIGABYTES + 5_000_000_000L})
    void countsEntriesOfAnySize(long large) throws Exception {
        ZipLayout layout = new ZipLayout(List.of(
                new Virtual("first.jpg", 10, 1), new Virtual("größer.mp4", large, 2), new Virtual("last.txt", TEXT.length, crc(TEXT))));
        boolean is64 = large >= FOUR_GIGABYTES - 1;

        assertThat(layout.local(1)).hasSize(30 + 12 + (is64 ? 20 : 0));
        assertThat(layout.offset(0)).isZero();
        assertThat(layout.dataOffset(0)).isEqualTo(30 + 9);
        assertThat(layout.offset(1)).isEqualTo(30 + 9 + 10);
        assertThat(layout.offset(2)).isEqualTo(49 + layout.local(1).length + large);
        // what lies behind four gigabytes has its offset in the ZIP64 form too
        assertThat(layout.central(2)).hasSize(46 + 8 + 12);
        assertThat(layout.end()).hasSize(22 + 56 + 20);
        try (ZipFile zip = written(layout, 2)) {
            assertThat(zip.getEntry("größer.mp4").getSize()).isEqualTo(large);
            assertThat(zip.getInputStream(zip.getEntry("last.txt"))).hasBinaryContent(TEXT);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {65_534, 65_535, 70_000})
    void countsAnyNumberOfEntries(int count) throws Exception {
        ZipLayout layout = new ZipLayout(IntStream.range(0, count).mapToObj(i -> new Virtual(i + ".jpg", 0, 0)).toList());

        assertThat(layout.end()).hasSize(count < 65_535 ? 22 : 98);
        try (ZipFile zip = written(layout, -1)) {
            assertThat(zip.size()).isEqualTo(count);
            assertThat(Collections.list(zip.entries())).extracting(ZipEntry::getName).contains("0.jpg", (count - 1) + ".jpg");
        }
    }

    @Test
    void knowsWhatLiesWhere() {
        ZipLayout layout = new ZipLayout(List.of(new Virtual("a", 5, 0), new Virtual("b", 0, 0), new Virtual("c", 1, 0)));

        for (int entry = 0; entry < 3; entry++) {
            assertThat(layout.storedAt(layout.offset(entry))).isEqualTo(entry);
            assertThat(layout.storedAt(layout.dataOffset(entry) - 1)).isEqualTo(entry);
            assertThat(layout.listedAt(layout.centralOffset(entry))).isEqualTo(entry);
            assertThat(layout.listedAt(layout.centralOffset(entry) + 46)).isEqualTo(entry);
        }
        assertThat(layout.storedAt(layout.directoryOffset() - 1)).isEqualTo(2);
    }

    /** Writes everything but entries' bytes, which are holes, and of one entry the text. */
    private ZipFile written(ZipLayout layout, int text) throws IOException {
        Path file = folder.resolve("archive.zip");
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            for (int i = 0; i < layout.count(); i++) {
                out.write(ByteBuffer.wrap(layout.local(i)), layout.offset(i));
                out.write(ByteBuffer.wrap(layout.central(i)), layout.centralOffset(i));
            }
            if (text >= 0) {
                out.write(ByteBuffer.wrap(TEXT), layout.dataOffset(text));
            }
            out.write(ByteBuffer.wrap(layout.end()), layout.centralEnd());
            assertThat(out.size()).isEqualTo(layout.byteSize());
        }
        return new ZipFile(file.toFile());
    }

    private static long crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }
}
