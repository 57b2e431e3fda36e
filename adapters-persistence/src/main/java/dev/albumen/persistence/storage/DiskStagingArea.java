package dev.albumen.persistence.storage;

import static java.nio.file.StandardOpenOption.WRITE;

import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.storage.StagingArea;
import dev.albumen.domain.shared.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A folder of files in the making. Each run of the process has a folder of its own below the root, so that what earlier
 * runs left can be told from what is in use. Only this user of the machine can read any of it.
 */
public final class DiskStagingArea implements StagingArea {

    private final Path root;
    private final Path run;

    /** @param root a folder that belongs to this area; made where it is missing. One process at a time uses it */
    public DiskStagingArea(Path root) {
        this.root = root.toAbsolutePath().normalize();
        try {
            DurableFolders.create(this.root);
            this.run = Files.createTempDirectory(this.root, "run-");
        } catch (IOException e) {
            throw new DependencyException("files cannot be staged in " + root, e);
        }
    }

    @Override
    public StagedFile stage(InputStream bytes, long maxBytes) {
        Path file = newFile();
        boolean isWhole = false;
        try {
            StagedFile staged = copied(bytes, file, maxBytes);
            isWhole = true;
            return staged;
        } catch (IOException e) {
            throw new DependencyException("an upload could not be written to " + run, e);
        } finally {
            if (!isWhole) {
                remove(file);
            }
        }
    }

    private static StagedFile copied(InputStream bytes, Path file, long maxBytes) throws IOException {
        try (FileChannel out = FileChannel.open(file, WRITE)) {
            HashedCopy copy = new HashedCopy(bytes, out, maxBytes);
            return new DiskStagedFile(file, copy.run(), copy.sha256(), copy.crc32());
        }
    }

    private Path newFile() {
        try {
            return Files.createTempFile(run, "file-", "");
        } catch (IOException e) {
            throw new DependencyException("no file can be made in " + run, e);
        }
    }

    @Override
    public WorkFolder folder() {
        try {
            return new DiskWorkFolder(Files.createTempDirectory(run, "work-"));
        } catch (IOException e) {
            throw new DependencyException("no folder can be made in " + run, e);
        }
    }

    @Override
    public int clear() {
        try (Stream<Path> runs = Files.list(root)) {
            return runs.filter(earlier -> !earlier.equals(run)).mapToInt(DiskStagingArea::remove).sum();
        } catch (IOException e) {
            throw new DependencyException("the folder " + root + " cannot be read", e);
        }
    }

    private static int remove(Path tree) {
        try {
            return FileTree.remove(tree);
        } catch (IOException e) {
            throw new DependencyException("the staged " + tree + " could not be removed", e);
        }
    }

    private record DiskStagedFile(Path path, long byteSize, Sha256 sha256, long crc32) implements StagedFile {
        @Override
        public void close() {
            remove(path);
        }
    }

    private record DiskWorkFolder(Path path) implements WorkFolder {
        @Override
        public void close() {
            remove(path);
        }
    }
}
