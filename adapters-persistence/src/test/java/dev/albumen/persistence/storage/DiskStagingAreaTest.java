package dev.albumen.persistence.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.storage.StagingArea;
import dev.albumen.application.storage.StagingArea.StagedFile;
import dev.albumen.application.storage.StagingArea.WorkFolder;
import dev.albumen.application.storage.StagingAreaContract;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskStagingAreaTest extends StagingAreaContract {

    @Override
    protected StagingArea open(Path root) {
        return new DiskStagingArea(root);
    }

    @Test
    void keepsEverythingToItsOwnUser(@TempDir Path home) throws Exception {
        Path root = home.resolve("data/staging");
        StagingArea area = new DiskStagingArea(root);
        try (StagedFile staged = area.stage(InputStream.nullInputStream(), 1); WorkFolder folder = area.folder()) {
            assertThat(modeOf(staged.path())).isEqualTo("rw-------");
            for (Path ours : new Path[] {folder.path(), staged.path().getParent(), root, root.getParent()}) {
                assertThat(modeOf(ours)).as(ours.toString()).isEqualTo("rwx------");
            }
        }
    }

    @Test
    void saysThatTheDiskDoesNotTakeTheFile(@TempDir Path home) throws Exception {
        Path root = home.resolve("staging");
        StagingArea area = new DiskStagingArea(root);
        FileTree.remove(root);
        Files.writeString(root, "no folder any more");
        assertThatExceptionOfType(DependencyException.class)
                .isThrownBy(() -> area.stage(new ByteArrayInputStream(new byte[10]), 10));
        assertThatExceptionOfType(DependencyException.class).isThrownBy(area::folder);
        assertThatExceptionOfType(DependencyException.class).isThrownBy(area::clear);
    }

    @Test
    void refusesARootThatIsAFile(@TempDir Path home) throws Exception {
        Path file = Files.writeString(home.resolve("staging"), "s");
        assertThatExceptionOfType(DependencyException.class).isThrownBy(() -> new DiskStagingArea(file))
                .withMessageContaining(file.toString());
    }

    @Test
    void stagesFarMoreThanTheMemoryItUses(@TempDir Path home) throws Exception {
        long size = 1L << 30;
        InputStream zeros = new InputStream() {
            private long given;

            @Override
            public int read() {
                return given++ < size ? 0 : -1;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int some = (int) Math.min(length, size - given);
                given += some;
                return some == 0 ? -1 : some;
            }
        };
        try (StagedFile staged = new DiskStagingArea(home).stage(zeros, Long.MAX_VALUE)) {
            assertThat(staged.byteSize()).isEqualTo(size).isGreaterThan(Runtime.getRuntime().maxMemory());
            // sha256sum of 1 GiB of zeros
            assertThat(staged.sha256()).hasToString("49bc20df15e412a64472421e13fe86ff1c5165e18b2afccf160d4dc19fe68a14");
        }
        try (Stream<Path> left = Files.walk(home)) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    private static String modeOf(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
