package dev.albumen.persistence.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.BlobStore.Content;
import dev.albumen.application.storage.BlobStore.LocalFile;
import dev.albumen.application.storage.BlobStoreContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskBlobStoreTest extends BlobStoreContract {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    @TempDir
    private Path home;

    private Path root;
    private BlobStore blobs;

    @Override
    protected BlobStore open() {
        return new DiskBlobStore(home.resolve("contract"), InstantSource.system());
    }

    @BeforeEach
    void openOnAClockThatStands() {
        root = home.resolve("blobs");
        blobs = new DiskBlobStore(root, InstantSource.fixed(NOW));
    }

    @Test
    void keepsABlobUnderItsKeyAsAPath() throws Exception {
        blobs.put(KEY, file("abc"));
        assertThat(root.resolve("originals/ab/cd/abcd")).hasContent("abc");
        assertThat(blobs.stat(KEY).orElseThrow().modifiedAt()).isEqualTo(NOW);
    }

    @Test
    void movesTheFileInsteadOfCopyingIt() throws Exception {
        Path file = file("abc");
        Object inode = Files.getAttribute(file, "unix:ino");
        blobs.put(KEY, file);
        assertThat(file).doesNotExist();
        assertThat(Files.getAttribute(root.resolve(KEY.value()), "unix:ino")).isEqualTo(inode);
    }

    @Test
    void takesAFileFromAnotherFileSystem() throws Exception {
        Path memory = Path.of("/dev/shm");
        assumeTrue(Files.isWritable(memory) && !Files.getFileStore(memory).equals(Files.getFileStore(root)));
        Path file = Files.writeString(Files.createTempFile(memory, "albumen-", ""), "from memory");
        try {
            blobs.put(KEY, file);
            assertThat(root.resolve(KEY.value())).hasContent("from memory");
            assertThat(blobs.stat(KEY).orElseThrow().modifiedAt()).isEqualTo(NOW);
            assertThat(root.resolve(".incoming")).isEmptyDirectory();
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void showsNothingOfCopiesThatWereLeftAndRemovesOldOnes() throws Exception {
        Path old = Files.writeString(root.resolve(".incoming/copy-old"), "o");
        Path recent = Files.writeString(root.resolve(".incoming/copy-recent"), "r");
        Files.setLastModifiedTime(old, FileTime.from(NOW.minusSeconds(86_401)));
        Files.setLastModifiedTime(recent, FileTime.from(NOW.minusSeconds(86_399)));
        BlobStore later = new DiskBlobStore(root, InstantSource.fixed(NOW));
        assertThat(old).doesNotExist();
        assertThat(recent).exists();
        assertThat(BlobKey.parse(".incoming/copy-recent")).isEmpty();
        assertThat(later.list("originals/", Optional.empty(), 10)).isEmpty();
    }

    @Test
    void listsOnlyFilesThatItsKeysName() throws Exception {
        blobs.put(KEY, file("abc"));
        for (String foreign : new String[] {".hidden", "Thumbs.db", "a b", "lost+found"}) {
            Files.writeString(root.resolve("originals").resolve(foreign), "f");
        }
        Files.writeString(Files.createDirectory(root.resolve("originals/@eaDir")).resolve("x"), "f");
        assertThat(blobs.list("originals/", Optional.empty(), 10)).extracting(BlobStore.Stat::key).containsExactly(KEY);
    }

    @Test
    void listsFoldersLargerThanOneChunk() throws Exception {
        Path folder = Files.createDirectories(root.resolve("renditions"));
        for (int i = 0; i < 5_000; i++) {
            Files.createDirectory(folder.resolve("%04d".formatted(i)));
        }
        // The folder 2047 ends the first chunk; the names that go before its keys are in the next.
        for (String key : new String[] {"2047/x", "2047-a", "2047.b", "2048/x", "4999/x"}) {
            Files.writeString(folder.resolve(key), "b");
        }
        assertThat(blobs.list("renditions/", Optional.empty(), 10)).extracting(stat -> stat.key().value()).containsExactly(
                "renditions/2047-a", "renditions/2047.b", "renditions/2047/x", "renditions/2048/x", "renditions/4999/x");
    }

    @Test
    void removesFoldersWithTheirLastBlob() throws Exception {
        BlobKey sibling = new BlobKey("originals/ab/ef/abef");
        blobs.put(KEY, file("abc"));
        blobs.put(sibling, file("abc"));
        blobs.delete(KEY);
        assertThat(root.resolve("originals/ab/cd")).doesNotExist();
        assertThat(blobs.stat(sibling)).isPresent();
        blobs.delete(sibling);
        assertThat(root.resolve("originals")).doesNotExist();
        assertThat(root).exists();
    }

    @Test
    void readsOnInABlobThatIsReplacedOrDeleted() throws Exception {
        blobs.put(KEY, file("abc"));
        try (Content content = blobs.open(KEY).orElseThrow()) {
            blobs.put(KEY, file("defgh"));
            blobs.delete(KEY);
            assertThat(content.stream().readAllBytes()).asString().isEqualTo("abc");
        }
    }

    @Test
    void fetchesTheBlobItself() throws Exception {
        blobs.put(KEY, file("abc"));
        try (LocalFile fetched = blobs.fetch(KEY).orElseThrow()) {
            assertThat(fetched.path()).isEqualTo(root.resolve(KEY.value()).toAbsolutePath());
        }
    }

    @Test
    void doesNotTakeAMissingDiskForMissingBlobs() throws Exception {
        blobs.put(KEY, file("abc"));
        Files.move(root, home.resolve("unmounted"));
        assertThatExceptionOfType(DependencyException.class).isThrownBy(() -> blobs.stat(KEY));
        assertThatExceptionOfType(DependencyException.class).isThrownBy(() -> blobs.open(KEY));
        assertThatExceptionOfType(DependencyException.class).isThrownBy(() -> blobs.fetch(KEY));
        assertThatExceptionOfType(DependencyException.class).isThrownBy(() -> blobs.delete(KEY));
        assertThatExceptionOfType(DependencyException.class)
                .isThrownBy(() -> blobs.list("originals/", Optional.empty(), 1));
    }

    @Test
    void saysWhichBlobItCouldNotKeepAndLeavesNothing() throws Exception {
        Files.writeString(root.resolve("originals"), "in the way");
        Path file = file("abc");
        assertThatExceptionOfType(DependencyException.class).isThrownBy(() -> blobs.put(KEY, file))
                .withMessageContaining(KEY.value());
        try (Stream<Path> all = Files.walk(root)) {
            assertThat(all.filter(Files::isRegularFile)).containsExactly(root.resolve("originals"));
        }
    }

    private Path file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(home, "staged-", ""), text);
    }
}
