package dev.albumen.application.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.storage.BlobStore.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the parts of {@link BlobStoreContract} share. */
abstract class BlobStoreFixture {

    protected static final BlobKey KEY = new BlobKey("originals/ab/cd/abcd");

    @TempDir
    Path staging;

    BlobStore store;

    /** An empty store. */
    protected abstract BlobStore open() throws Exception;

    @BeforeEach
    void openEmptyStore() throws Exception {
        store = open();
    }

    static <T> void together(List<Callable<T>> work) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<T> done : threads.invokeAll(work)) {
                done.get();
            }
        }
    }

    Path put(BlobKey key, byte[] bytes) throws IOException {
        Path file = Files.write(Files.createTempFile(staging, "staged-", ""), bytes);
        store.put(key, file);
        return file;
    }

    byte[] whole(BlobKey key) throws IOException {
        try (Content content = store.open(key).orElseThrow(); InputStream stream = content.stream()) {
            assertThat(content.byteSize()).isEqualTo(store.stat(key).orElseThrow().byteSize());
            return stream.readAllBytes();
        }
    }

    static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
