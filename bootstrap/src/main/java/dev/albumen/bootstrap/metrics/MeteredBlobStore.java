package dev.albumen.bootstrap.metrics;

import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Times what a blob store does, as {@code albumen.storage} by operation. */
final class MeteredBlobStore implements BlobStore {

    private final BlobStore blobs;
    private final MeterRegistry registry;
    private final Timer open;

    MeteredBlobStore(BlobStore blobs, MeterRegistry registry) {
        this.blobs = blobs;
        this.registry = registry;
        this.open = timer("open");
    }

    private Timer timer(String operation) {
        return Timer.builder("albumen.storage").description("What the blob store does")
                .tag("operation", operation).register(registry);
    }

    @Override
    public void put(BlobKey key, Path file) {
        timer("put").record(() -> blobs.put(key, file));
    }

    @Override
    public Optional<Stat> stat(BlobKey key) {
        return timer("stat").record(() -> blobs.stat(key));
    }

    @Override
    public Optional<Content> open(BlobKey key) {
        return open.record(() -> blobs.open(key));
    }

    @Override
    public Optional<Content> open(BlobKey key, long offset, long length) {
        return open.record(() -> blobs.open(key, offset, length));
    }

    @Override
    public Optional<LocalFile> fetch(BlobKey key) {
        return timer("fetch").record(() -> blobs.fetch(key));
    }

    @Override
    public void delete(BlobKey key) {
        timer("delete").record(() -> blobs.delete(key));
    }

    @Override
    public List<Stat> list(String prefix, Optional<BlobKey> after, int limit) {
        return timer("list").record(() -> blobs.list(prefix, after, limit));
    }
}
