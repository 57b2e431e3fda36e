package dev.albumen.application.storage;

import dev.albumen.application.shared.DependencyException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Blobs as byte arrays. */
public class InMemoryBlobStore implements BlobStore {

    private record Blob(byte[] bytes, Instant modifiedAt) {}

    private final NavigableMap<BlobKey, Blob> blobs = new ConcurrentSkipListMap<>((a, b) -> a.value().compareTo(b.value()));
    private final InstantSource clock;

    public InMemoryBlobStore() {
        this(InstantSource.system());
    }

    public InMemoryBlobStore(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void put(BlobKey key, Path file) {
        try {
            blobs.put(key, new Blob(Files.readAllBytes(file), clock.instant()));
        } catch (IOException e) {
            throw new DependencyException("the file cannot be read", e);
        }
    }

    @Override
    public Optional<Stat> stat(BlobKey key) {
        return Optional.ofNullable(blobs.get(key)).map(blob -> statOf(key, blob));
    }

    @Override
    public Optional<Content> open(BlobKey key) {
        return Optional.ofNullable(blobs.get(key))
                .map(blob -> new Content(blob.bytes.length, new ByteArrayInputStream(blob.bytes)));
    }

    @Override
    public Optional<Content> open(BlobKey key, long offset, long length) {
        return Optional.ofNullable(blobs.get(key)).map(blob -> part(blob.bytes, offset, length));
    }

    private static Content part(byte[] bytes, long offset, long length) {
        if (offset < 0 || offset >= bytes.length || length < 1) {
            throw new IllegalArgumentException(offset + "+" + length + " of " + bytes.length);
        }
        int wanted = (int) Math.min(length, bytes.length - offset);
        return new Content(bytes.length, new ByteArrayInputStream(bytes, (int) offset, wanted));
    }

    @Override
    public Optional<LocalFile> fetch(BlobKey key) {
        return Optional.ofNullable(blobs.get(key)).map(blob -> new Copy(written(blob.bytes)));
    }

    private static Path written(byte[] bytes) {
        try {
            return Files.write(Files.createTempFile("blob-", ""), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void delete(BlobKey key) {
        blobs.remove(key);
    }

    @Override
    public List<Stat> list(String prefix, Optional<BlobKey> after, int limit) {
        String folder = BlobKey.folder(prefix);
        if (limit < 1 || limit > 1000) {
            throw new IllegalArgumentException("limit " + limit);
        }
        return after.map(last -> blobs.tailMap(last, false)).orElse(blobs).entrySet().stream()
                .filter(entry -> entry.getKey().value().startsWith(folder))
                .limit(limit)
                .map(entry -> statOf(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Stat statOf(BlobKey key, Blob blob) {
        return new Stat(key, blob.bytes.length, blob.modifiedAt);
    }

    private record Copy(Path path) implements LocalFile {
        @Override
        public void close() {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
