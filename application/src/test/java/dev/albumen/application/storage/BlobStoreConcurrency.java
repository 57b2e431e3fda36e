package dev.albumen.application.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.storage.BlobStore.Content;
import dev.albumen.domain.shared.Sha256;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The part of {@link BlobStoreContract} about many threads. */
abstract class BlobStoreConcurrency extends BlobStoreListing {

    @Nested
    class Together {

        private static final int WRITERS = 4;
        private static final int ROUNDS = 15;

        @Test
        void readersSeeOneWholeBlobWhileWritersReplaceIt() throws Exception {
            put(KEY, uniform(0));
            CyclicBarrier start = new CyclicBarrier(2 * WRITERS);
            List<Callable<Void>> work = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int value = writer;
                work.add(() -> {
                    start.await();
                    for (int round = 0; round < ROUNDS; round++) {
                        put(KEY, uniform(value));
                    }
                    return null;
                });
                work.add(() -> {
                    start.await();
                    for (int round = 0; round < 4 * ROUNDS; round++) {
                        assertOneWholeBlob();
                    }
                    return null;
                });
            }
            together(work);
            assertOneWholeBlob();
        }

        @Test
        void puttingAndDeletingNeverFails() throws Exception {
            CyclicBarrier start = new CyclicBarrier(2 * WRITERS);
            List<Callable<Void>> work = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int value = writer;
                work.add(() -> {
                    start.await();
                    for (int round = 0; round < ROUNDS; round++) {
                        put(KEY, uniform(value));
                    }
                    return null;
                });
                work.add(() -> {
                    start.await();
                    for (int round = 0; round < ROUNDS; round++) {
                        store.delete(KEY);
                        store.list("originals/", Optional.empty(), 10);
                    }
                    return null;
                });
            }
            together(work);
            put(KEY, bytes(10));
            assertThat(whole(KEY)).isEqualTo(bytes(10));
        }

        @Test
        void puttingEqualBytesUnderTheirHashNeverFailsWhoeverDeletesThem() throws Exception {
            byte[] bytes = uniform(0);
            BlobKey key = BlobKey.original(Sha256.of(bytes));
            CyclicBarrier start = new CyclicBarrier(WRITERS + 1);
            List<Callable<Void>> work = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                work.add(() -> {
                    start.await();
                    for (int round = 0; round < ROUNDS; round++) {
                        put(key, bytes);
                    }
                    return null;
                });
            }
            work.add(() -> {
                start.await();
                for (int round = 0; round < ROUNDS; round++) {
                    store.delete(key);
                }
                return null;
            });
            together(work);
            put(key, bytes);
            assertThat(whole(key)).isEqualTo(bytes);
        }

        private void assertOneWholeBlob() throws IOException {
            try (Content content = store.open(KEY).orElseThrow()) {
                byte[] read = content.stream().readAllBytes();
                assertThat(read).hasSize((int) content.byteSize()).isEqualTo(uniform(read[0]));
            }
        }

        /** One value all over, and a length that tells it. */
        private static byte[] uniform(int value) {
            byte[] bytes = new byte[100_000 + 70_000 * value];
            Arrays.fill(bytes, (byte) value);
            return bytes;
        }
    }
}
