package dev.albumen.application.transfer;

import static dev.albumen.domain.shared.Refusals.codeOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentArchiveTest {

    private static final ImportLimits LIMITS = new ImportLimits(10, 4 << 20, 200);

    @TempDir
    private Path folder;

    @Test
    void givesFilesByPathAndNoFolders() throws IOException {
        byte[] archive = zip(Map.of("b/a.jpg", new byte[3], "b/", new byte[0], "a.jpg", "text".getBytes(UTF_8)));
        try (SentArchive open = open(archive)) {
            assertThat(open.files()).extracting(ImportedFile::path).containsExactly("a.jpg", "b/a.jpg");
            assertThat(open.files().getFirst().open().readAllBytes()).isEqualTo("text".getBytes(UTF_8));
        }
    }

    @Test
    void readsNamesOfOldPrograms() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, Charset.forName("ISO-8859-1"))) {
            zip.putNextEntry(new ZipEntry("gr\u00fcn.jpg"));
        }
        try (SentArchive open = open(bytes.toByteArray())) {
            assertThat(open.files()).hasSize(1);
        }
    }

    @Test
    void refusesWhatIsNoArchive() throws IOException {
        byte[] archive = zip(Map.of("a.jpg", new byte[100_000]));
        assertThat(code(new byte[0])).isEqualTo("archive-broken");
        assertThat(code("no archive".getBytes(UTF_8))).isEqualTo("archive-broken");
        assertThat(code(Arrays.copyOf(archive, archive.length - 1))).isEqualTo("archive-broken");
        assertThat(code(Arrays.copyOfRange(archive, 50, archive.length))).isEqualTo("archive-broken");
    }

    @Test
    void refusesMoreFilesThanTheLimit() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < 11; i++) {
                zip.putNextEntry(new ZipEntry(i + ".jpg"));
            }
        }
        assertThat(code(bytes.toByteArray())).isEqualTo("archive-too-many-entries");
    }

    @Test
    void refusesADirectoryThatClaimsToBeHuge() throws IOException {
        byte[] archive = zip(Map.of("a.jpg", new byte[3]));
        ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN).putInt(archive.length - 10, 0x7fff_ffff);
        assertThat(code(archive)).isEqualTo("archive-too-many-entries");
    }

    @Test
    void refusesBombs() throws IOException {
        assertThat(code(zip(Map.of("a.jpg", new byte[3 << 20])))).isEqualTo("archive-ratio");
        assertThat(code(zip(Map.of("a.jpg", new byte[3 << 20], "b.jpg", new byte[3 << 20])))).isIn("archive-ratio", "archive-unpacks-too-large");
        byte[] noise = new byte[5 << 20];
        new Random(1).nextBytes(noise);
        assertThat(code(zip(Map.of("a.jpg", noise)))).isEqualTo("archive-unpacks-too-large");
    }

    @Test
    void refusesFilesThatLieOneOverAnother() throws IOException {
        byte[] noise = new byte[50_000];
        new Random(1).nextBytes(noise);
        byte[] archive = zip(Map.of("a.jpg", noise, "b.jpg", new byte[100]));
        ByteBuffer bytes = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
        int directory = bytes.getInt(archive.length - 6);
        int second = directory + 46 + 5;
        int first = bytes.getInt(directory + 20) > bytes.getInt(second + 20) ? directory : second;
        int other = first == directory ? second : directory;
        // the same bytes under both names
        System.arraycopy(archive, first + 16, archive, other + 16, 12);
        bytes.putInt(other + 42, bytes.getInt(first + 42));
        assertThat(code(archive)).isEqualTo("archive-broken");
    }

    @Test
    void refusesEncryptedFiles() throws IOException {
        byte[] archive = zip(Map.of("a.jpg", new byte[3]));
        ByteBuffer bytes = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
        int directory = bytes.getInt(archive.length - 6);
        archive[directory + 8] |= 1;
        assertThat(code(archive)).isEqualTo("archive-encrypted");
    }

    private String code(byte[] archive) {
        return codeOf(() -> open(archive).close());
    }

    private SentArchive open(byte[] archive) throws IOException {
        return SentArchive.open(Files.write(folder.resolve("archive.zip"), archive), LIMITS);
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
