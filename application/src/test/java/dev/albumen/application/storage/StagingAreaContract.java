package dev.albumen.application.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.albumen.application.storage.StagingArea.StagedFile;
import dev.albumen.application.storage.StagingArea.WorkFolder;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.Violation;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every implementation of {@link StagingArea} does. */
public abstract class StagingAreaContract {

    @TempDir
    private Path root;

    private StagingArea area;

    /** A new run's area in a folder that may hold what an earlier run left. */
    protected abstract StagingArea open(Path root);

    @BeforeEach
    void openFirstRun() {
        area = open(root);
    }

    @Nested
    class Staging {

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 1_000_003})
        void keepsAndHashesEveryByte(int size) throws Exception {
            byte[] bytes = bytes(size);
            try (StagedFile staged = area.stage(new Trickle(bytes), size)) {
                assertThat(staged.path()).hasBinaryContent(bytes);
                assertThat(staged.byteSize()).isEqualTo(size);
                assertThat(staged.sha256().hex())
                        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
                CRC32 crc = new CRC32();
                crc.update(bytes);
                assertThat(staged.crc32()).isEqualTo(crc.getValue());
            }
        }

        @Test
        void refusesMoreThanTheLimitWithoutReadingOn() {
            Trickle endless = new Trickle(bytes(500_000));
            RefusedException refused = catchThrowableOfType(RefusedException.class, () -> area.stage(endless, 1_000));
            assertThat(refused.refusal()).isInstanceOf(Refusal.TooLarge.class);
            assertThat(endless.read).isLessThanOrEqualTo(1_001);
            assertThat(filesLeft()).isEmpty();
        }

        @Test
        void refusesAnUploadThatBreaksOff() {
            InputStream broken = new SequenceInputStream(new ByteArrayInputStream(bytes(100_000)), new InputStream() {
                @Override
                public int read() throws IOException {
                    throw new IOException("connection reset");
                }
            });
            RefusedException refused =
                    catchThrowableOfType(RefusedException.class, () -> area.stage(broken, 1_000_000));
            assertThat(refused.refusal()).isInstanceOfSatisfying(Refusal.Invalid.class, invalid ->
                    assertThat(invalid.violations()).extracting(Violation::pointer, Violation::code)
                            .containsExactly(tuple("file", "upload-interrupted")));
            assertThat(filesLeft()).isEmpty();
        }

        @Test
        void leavesNothingWhateverTheStreamThrows() {
            InputStream hostile = new InputStream() {
                @Override
                public int read() {
                    throw new IllegalStateException("unexpected");
                }
            };
            assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> area.stage(hostile, 10));
            assertThat(filesLeft()).isEmpty();
        }

        @Test
        void leavesNothingOnceClosed() {
            area.stage(new ByteArrayInputStream(bytes(10)), 10).close();
            assertThat(filesLeft()).isEmpty();
        }

        @Test
        void closesAlsoWhenTheFileHasMovedAway() throws Exception {
            try (StagedFile staged = area.stage(new ByteArrayInputStream(bytes(10)), 10)) {
                Files.delete(staged.path());
                staged.close();
            }
            assertThat(filesLeft()).isEmpty();
        }

        @Test
        void givesEachFileItsOwnPath() {
            try (StagedFile one = area.stage(new ByteArrayInputStream(bytes(10)), 10);
                    StagedFile other = area.stage(new ByteArrayInputStream(bytes(10)), 10)) {
                assertThat(one.path()).isNotEqualTo(other.path());
            }
        }
    }

    @Nested
    class Folders {

        @Test
        void areNewAndEmpty() {
            try (WorkFolder one = area.folder(); WorkFolder other = area.folder()) {
                assertThat(one.path()).isEmptyDirectory().isNotEqualTo(other.path());
            }
        }

        @Test
        void goWithAllTheyHold() throws Exception {
            try (WorkFolder folder = area.folder()) {
                Files.writeString(Files.createDirectories(folder.path().resolve("a/b")).resolve("c"), "d");
            }
            assertThat(filesLeft()).isEmpty();
        }

        @Test
        void goWithoutWhatTheirLinksPointTo(@TempDir Path elsewhere) throws Exception {
            Path kept = Files.writeString(elsewhere.resolve("kept"), "k");
            try (WorkFolder folder = area.folder()) {
                Files.createSymbolicLink(folder.path().resolve("link"), elsewhere);
            }
            assertThat(kept).exists();
        }
    }

    @Nested
    class Clearing {

        @Test
        void removesWhatEarlierRunsLeft() throws Exception {
            area.stage(new ByteArrayInputStream(bytes(10)), 10);
            area.stage(new ByteArrayInputStream(bytes(0)), 10);
            Files.writeString(area.folder().path().resolve("half-made"), "h");
            assertThat(open(root).clear()).isEqualTo(3);
            assertThat(filesLeft()).isEmpty();
        }

        @Test
        void leavesTheFilesOfThisRun() {
            StagedFile staged = area.stage(new ByteArrayInputStream(bytes(10)), 10);
            assertThat(area.clear()).isZero();
            assertThat(staged.path()).exists();
        }

        @Test
        void findsNothingInANewArea() {
            assertThat(area.clear()).isZero();
        }
    }

    private List<Path> filesLeft() {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    /** Gives fewer bytes than asked for, as a network does, and counts them. */
    private static final class Trickle extends FilterInputStream {

        private int read;

        Trickle(byte[] bytes) {
            super(new ByteArrayInputStream(Arrays.copyOf(bytes, bytes.length)));
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            read += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int some = super.read(into, offset, Math.min(length, 1_460));
            read += Math.max(some, 0);
            return some;
        }
    }
}
