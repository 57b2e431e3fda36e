package dev.albumen.persistence.storage;

import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Keeps each blob as one file, whose path below the root is its key. A file comes in by an atomic rename, after its
 * bytes are on the disk. Everything below the root lies on one file system; files to put come cheapest from the same.
 */
public final class DiskBlobStore implements BlobStore {

    private final Path root;
    private final Arrivals arrivals;

    /** @param root a folder that belongs to this store; made where it is missing */
    public DiskBlobStore(Path root, InstantSource clock) {
        this.root = root.toAbsolutePath().normalize();
        try {
            DurableFolders.createForGood(this.root);
            this.arrivals = new Arrivals(this.root, clock);
        } catch (IOException e) {
            throw new DependencyException("blobs cannot be kept in " + root, e);
        }
    }

    @Override
    public void put(BlobKey key, Path file) {
        try {
            arrivals.settle(file, pathOf(key));
        } catch (IOException e) {
            throw failure("kept", key, e);
        }
    }

    @Override
    public Optional<Stat> stat(BlobKey key) {
        try {
            BasicFileAttributes file = Files.readAttributes(pathOf(key), BasicFileAttributes.class);
            return file.isRegularFile()
                    ? Optional.of(new Stat(key, file.size(), file.lastModifiedTime().toInstant()))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            requireRoot();
            return Optional.empty();
        } catch (IOException e) {
            throw failure("found", key, e);
        }
    }

    @Override
    public Optional<Content> open(BlobKey key) {
        return opened(key, 0, Long.MAX_VALUE);
    }

    @Override
    public Optional<Content> open(BlobKey key, long offset, long length) {
        if (offset < 0 || length < 1) {
            throw new IllegalArgumentException(length + " bytes from " + offset);
        }
        Optional<Content> part = opened(key, offset, length);
        if (part.isPresent() && offset >= part.get().byteSize()) {
            part.get().close();
            throw new IllegalArgumentException("nothing from " + offset + " of " + part.get().byteSize());
        }
        return part;
    }

    private Optional<Content> opened(BlobKey key, long offset, long length) {
        Path file = pathOf(key);
        try {
            if (Files.isDirectory(file)) {
                return Optional.empty();
            }
            FileRange range = FileRange.open(file, offset, length);
            return Optional.of(new Content(range.fileSize(), range));
        } catch (NoSuchFileException e) {
            requireRoot();
            return Optional.empty();
        } catch (IOException e) {
            throw failure("opened", key, e);
        }
    }

    @Override
    public Optional<LocalFile> fetch(BlobKey key) {
        return stat(key).map(found -> new Original(pathOf(key)));
    }

    @Override
    public void delete(BlobKey key) {
        Path file = pathOf(key);
        try {
            if (!Files.isDirectory(file)) {
                Files.deleteIfExists(file);
                prune(file.getParent());
            }
        } catch (IOException e) {
            throw failure("deleted", key, e);
        }
        requireRoot();
    }

    /** Removes the folders that are empty now; otherwise one would stay for every picture there ever was. */
    private void prune(Path folder) throws IOException {
        for (Path level = folder; !level.equals(root); level = level.getParent()) {
            try {
                Files.deleteIfExists(level);
            } catch (DirectoryNotEmptyException e) {
                return;
            }
        }
    }

    @Override
    public List<Stat> list(String prefix, Optional<BlobKey> after, int limit) {
        if (limit < 1 || limit > 1000) {
            throw new IllegalArgumentException("limit " + limit);
        }
        String folder = BlobKey.folder(prefix);
        try {
            List<Stat> found = new BlobWalk(root, this::stat, after.map(BlobKey::value).orElse(""), limit).below(folder);
            requireRoot();
            return found;
        } catch (IOException e) {
            throw new DependencyException("the blobs below " + folder + " could not be listed", e);
        }
    }

    private Path pathOf(BlobKey key) {
        return root.resolve(key.value());
    }

    /** A disk that is gone must not look like blobs that are. */
    private void requireRoot() {
        if (!Files.isDirectory(root)) {
            throw new DependencyException("the folder of the blobs is gone: " + root);
        }
    }

    private static DependencyException failure(String done, BlobKey key, IOException cause) {
        return new DependencyException("the blob " + key + " could not be " + done, cause);
    }

    private record Original(Path path) implements LocalFile {
        @Override
        public void close() {
            // It is the blob itself.
        }
    }
}
