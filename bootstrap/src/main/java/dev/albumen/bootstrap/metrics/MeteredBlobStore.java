package dev.albumen.bootstrap.metrics;

import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Times what a blob store does, as {@code albumen.storage} by operation, and counts the blobs that are being read, as
 * {@code albumen.storage.streams}.
 */
final class MeteredBlobStore implements BlobStore {

    private final BlobStore blobs;
    private final MeterRegistry registry;
    private final Timer open;
    private final AtomicInteger streams = new AtomicInteger();

    MeteredBlobStore(BlobStore blobs, MeterRegistry registry) {
        this.blobs = blobs;
        this.registry = registry;
        this.open = timer("open");
        Gauge.builder("albumen.storage.streams", streams, AtomicInteger::get).description("Blobs that are being read").register(registry);
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
        return open.record(() -> blobs.open(key)).map(this::counted);
    }

    @Override
    public Optional<Content> open(BlobKey key, long offset, long length) {
        return open.record(() -> blobs.open(key, offset, length)).map(this::counted);
    }

    private Content counted(Content content) {
        streams.incrementAndGet();
        return new Content(content.byteSize(), new CountedStream(content.stream(), streams));
    }

    private static final class CountedStream extends FilterInputStream {

        private final AtomicInteger streams;
        private final AtomicBoolean open = new AtomicBoolean(true);

        private CountedStream(InputStream stream, AtomicInteger streams) {
            super(stream);
            this.streams = streams;
        }

        @Override
        public void close() throws IOException {
            if (open.getAndSet(false)) {
                streams.decrementAndGet();
            }
            super.close();
        }
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
