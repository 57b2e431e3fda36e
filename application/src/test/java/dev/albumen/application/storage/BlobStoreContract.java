package dev.albumen.application.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.albumen.application.storage.BlobStore.Content;
import dev.albumen.application.storage.BlobStore.LocalFile;
import dev.albumen.application.storage.BlobStore.Stat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every implementation of {@link BlobStore} does. */
public abstract class BlobStoreContract {

    protected static final BlobKey KEY = new BlobKey("originals/ab/cd/abcd");
    private static final BlobKey ABSENT = new BlobKey("originals/ab/cd/absent");

    @TempDir
    private Path staging;

    private BlobStore store;

    /** An empty store. */
    protected abstract BlobStore open() throws Exception;

    @BeforeEach
    void openEmptyStore() throws Exception {
        store = open();
    }

    @Nested
    class Putting {

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 100_000, 16 * 1024 * 1024})
        void keepsEveryByte(int size) throws Exception {
            byte[] bytes = bytes(size);
            put(KEY, bytes);
            assertThat(whole(KEY)).isEqualTo(bytes);
            assertThat(store.stat(KEY)).get().extracting(Stat::key, Stat::byteSize).containsExactly(KEY, (long) size);
        }

        @Test
        void takesTheFileWholeOrLeavesItAsItWas() throws Exception {
            byte[] bytes = bytes(1_000);
            Path file = put(KEY, bytes);
            if (Files.exists(file)) {
                assertThat(file).hasBinaryContent(bytes);
                Files.delete(file);
            }
            assertThat(whole(KEY)).isEqualTo(bytes);
        }

        @Test
        void replacesWhatWasThere() throws Exception {
            put(KEY, bytes(1_000));
            put(KEY, bytes(10));
            assertThat(whole(KEY)).isEqualTo(bytes(10));
            assertThat(store.list("originals/", Optional.empty(), 10)).hasSize(1);
        }

        @Test
        void renewsTheAgeEvenOfEqualBytes() throws Exception {
            put(KEY, bytes(10));
            Instant first = store.stat(KEY).orElseThrow().modifiedAt();
            assertThat(first).isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
            // A store may count whole seconds, so a renewal can take that long to show.
            Instant deadline = Instant.now().plusSeconds(3);
            Instant renewed = first;
            while (!renewed.isAfter(first) && Instant.now().isBefore(deadline)) {
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
                put(KEY, bytes(10));
                renewed = store.stat(KEY).orElseThrow().modifiedAt();
            }
            assertThat(renewed).isAfter(first);
        }

        @Test
        void takesTheAgeFromNowAndNotFromTheFile() throws Exception {
            Path file = Files.write(staging.resolve("old"), bytes(10));
            Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.from(Instant.EPOCH));
            store.put(KEY, file);
            assertThat(store.stat(KEY).orElseThrow().modifiedAt()).isAfter(Instant.now().minusSeconds(60));
        }
    }

    @Nested
    class Absence {

        @Test
        void isAnEmptyAnswer() {
            assertThat(store.stat(ABSENT)).isEmpty();
            assertThat(store.open(ABSENT)).isEmpty();
            assertThat(store.open(ABSENT, 0, 1)).isEmpty();
            assertThat(store.fetch(ABSENT)).isEmpty();
            assertThat(store.list("originals/", Optional.empty(), 1)).isEmpty();
        }

        @Test
        void coversTheFolderOfABlob() throws Exception {
            put(KEY, bytes(1));
            BlobKey folder = new BlobKey("originals/ab");
            assertThat(store.stat(folder)).isEmpty();
            assertThat(store.open(folder)).isEmpty();
            assertThat(store.open(folder, 0, 1)).isEmpty();
            assertThat(store.fetch(folder)).isEmpty();
            store.delete(folder);
            assertThat(whole(KEY)).isEqualTo(bytes(1));
        }

        @Test
        void followsADelete() throws Exception {
            BlobKey sibling = new BlobKey("originals/ab/cd/sibling");
            put(KEY, bytes(10));
            put(sibling, bytes(20));
            store.delete(KEY);
            assertThat(store.stat(KEY)).isEmpty();
            assertThat(store.open(KEY)).isEmpty();
            assertThat(whole(sibling)).isEqualTo(bytes(20));
        }

        @Test
        void isNoErrorToADelete() throws Exception {
            store.delete(ABSENT);
            put(KEY, bytes(10));
            store.delete(KEY);
            store.delete(KEY);
            put(KEY, bytes(20));
            assertThat(whole(KEY)).isEqualTo(bytes(20));
        }
    }

    @Nested
    class Reading {

        @ParameterizedTest
        @CsvSource({"0,1", "0,1000", "1,1", "999,1", "10,500", "999,100", "500,9223372036854775807", "0,1001"})
        void givesTheWantedPartAndTheWholeSize(long offset, long length) throws Exception {
            put(KEY, bytes(1_000));
            byte[] part = Arrays.copyOfRange(bytes(1_000), (int) offset, (int) (offset + Math.min(length, 1_000 - offset)));
            try (Content content = store.open(KEY, offset, length).orElseThrow()) {
                assertThat(content.byteSize()).isEqualTo(1_000);
                assertThat(content.stream().readAllBytes()).isEqualTo(part);
                assertThat(content.stream().read()).isEqualTo(-1);
            }
        }

        @ParameterizedTest
        @CsvSource({"-1,1", "0,0", "0,-1", "1000,1", "1001,1"})
        void refusesAPartThatIsNone(long offset, long length) throws Exception {
            put(KEY, bytes(1_000));
            assertThatIllegalArgumentException().isThrownBy(() -> store.open(KEY, offset, length));
        }

        @Test
        void refusesAnyPartOfAnEmptyBlob() throws Exception {
            put(KEY, new byte[0]);
            assertThatIllegalArgumentException().isThrownBy(() -> store.open(KEY, 0, 1));
        }

        @Test
        void survivesReadersThatLeaveEarly() throws Exception {
            put(KEY, bytes(2_000_000));
            for (int i = 0; i < 100; i++) {
                try (Content content = store.open(KEY).orElseThrow()) {
                    assertThat(content.stream().read()).isGreaterThanOrEqualTo(0);
                }
            }
            assertThat(whole(KEY)).isEqualTo(bytes(2_000_000));
        }

        @Test
        void fetchesAFileAndKeepsTheBlobWhenItIsClosed() throws Exception {
            put(KEY, bytes(100_000));
            try (LocalFile file = store.fetch(KEY).orElseThrow()) {
                assertThat(file.path()).hasBinaryContent(bytes(100_000));
                file.close();
            }
            assertThat(whole(KEY)).isEqualTo(bytes(100_000));
        }
    }

    @Nested
    class Listing {

        /** Dash and dot sort before the slash, digits and letters after it. */
        private static final List<String> IN_ORDER = List.of(
                "list/a-b/x", "list/a.b", "list/a/0/z", "list/a/1", "list/a/b", "list/a0/x", "list/aa", "list/b/c/d", "list/c");

        @Test
        void goesByTheBytesOfTheKeys() throws Exception {
            fill();
            assertThat(keys("list/", Optional.empty(), 1000)).isEqualTo(IN_ORDER);
        }

        @Test
        void goesOnAfterAnyKeyThereOrNot() throws Exception {
            fill();
            for (String after : List.of("list/a-b/x", "list/a", "list/a/1", "list/a/zz", "list/a.c", "list/b", "list/b/c",
                    "list/bb", "list/c", "list/d", "lisa", "lisu", "list/0", "list/a-b", "list/a0")) {
                assertThat(keys("list/", Optional.of(new BlobKey(after)), 1000)).as(after)
                        .isEqualTo(IN_ORDER.stream().filter(key -> key.compareTo(after) > 0).toList());
            }
        }

        @Test
        void givesSizeAndAgeAsStatDoes() throws Exception {
            fill();
            List<Stat> listed = store.list("list/b/", Optional.empty(), 1);
            assertThat(listed).containsExactly(store.stat(new BlobKey("list/b/c/d")).orElseThrow());
        }

        @Test
        void staysUnderThePrefix() throws Exception {
            fill();
            put(new BlobKey("listen"), bytes(1));
            put(new BlobKey("other/list/x"), bytes(1));
            assertThat(keys("list/a/", Optional.empty(), 1000)).containsExactly("list/a/0/z", "list/a/1", "list/a/b");
            assertThat(keys("list/a/", Optional.of(new BlobKey("list/a/1")), 1000)).containsExactly("list/a/b");
            assertThat(keys("lis/", Optional.empty(), 1000)).isEmpty();
            assertThat(keys("list/c/", Optional.empty(), 1000)).isEmpty();
            assertThat(keys("list/", Optional.empty(), 1000)).isEqualTo(IN_ORDER);
        }

        @Test
        void walksMoreThanAThousandInPages() throws Exception {
            List<String> expected = IntStream.range(0, 1_111).mapToObj("many/%x"::formatted).sorted().toList();
            together(expected.stream().map(key -> (Callable<Path>) () -> put(new BlobKey(key), bytes(1))).toList());
            for (int limit : new int[] {1000, 777}) {
                List<String> seen = new ArrayList<>();
                List<String> page = keys("many/", Optional.empty(), limit);
                while (!page.isEmpty()) {
                    assertThat(page).hasSizeLessThanOrEqualTo(limit);
                    seen.addAll(page);
                    page = keys("many/", Optional.of(new BlobKey(page.getLast())), limit);
                }
                assertThat(seen).isEqualTo(expected);
            }
        }

        @Test
        void leavesOutWhatWasDeleted() throws Exception {
            fill();
            store.delete(new BlobKey("list/a/1"));
            store.delete(new BlobKey("list/a0/x"));
            assertThat(keys("list/", Optional.empty(), 1000)).hasSize(IN_ORDER.size() - 2)
                    .doesNotContain("list/a/1", "list/a0/x");
        }

        @Test
        void refusesOtherPrefixesAndLimits() {
            for (String prefix : List.of("", "/", "list", "../", "list/../", "/list/", "LIST/")) {
                assertThatIllegalArgumentException().isThrownBy(() -> store.list(prefix, Optional.empty(), 1));
            }
            for (int limit : new int[] {-1, 0, 1001}) {
                assertThatIllegalArgumentException().isThrownBy(() -> store.list("list/", Optional.empty(), limit));
            }
        }

        private void fill() throws Exception {
            for (String key : IN_ORDER.reversed()) {
                put(new BlobKey(key), bytes(key.length()));
            }
        }

        private List<String> keys(String prefix, Optional<BlobKey> after, int limit) {
            return store.list(prefix, after, limit).stream().map(stat -> stat.key().value()).toList();
        }
    }

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

    private static <T> void together(List<Callable<T>> work) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<T> done : threads.invokeAll(work)) {
                done.get();
            }
        }
    }

    private Path put(BlobKey key, byte[] bytes) throws IOException {
        Path file = Files.write(Files.createTempFile(staging, "staged-", ""), bytes);
        store.put(key, file);
        return file;
    }

    private byte[] whole(BlobKey key) throws IOException {
        try (Content content = store.open(key).orElseThrow(); InputStream stream = content.stream()) {
            assertThat(content.byteSize()).isEqualTo(store.stat(key).orElseThrow().byteSize());
            return stream.readAllBytes();
        }
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
