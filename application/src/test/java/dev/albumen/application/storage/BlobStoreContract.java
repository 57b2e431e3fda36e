package dev.albumen.application.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.albumen.application.storage.BlobStore.Content;
import dev.albumen.application.storage.BlobStore.LocalFile;
import dev.albumen.application.storage.BlobStore.Stat;
import dev.albumen.domain.shared.Sha256;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every implementation of {@link BlobStore} does. */
public abstract class BlobStoreContract extends BlobStoreConcurrency {

    private static final BlobKey ABSENT = new BlobKey("originals/ab/cd/absent");

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

        @ParameterizedTest
        @ValueSource(ints = {0, 10, 6 * 1024 * 1024})
        void keepsEqualBytesUnderTheirHashHoweverOften(int size) throws Exception {
            byte[] bytes = bytes(size);
            BlobKey key = BlobKey.original(Sha256.of(bytes));
            for (int i = 0; i < 3; i++) {
                put(key, bytes);
                assertThat(whole(key)).isEqualTo(bytes);
            }
            assertThat(store.list("originals/", Optional.empty(), 10)).hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(ints = {10, 6 * 1024 * 1024})
        void mendsABlobThatIsNotWhatItsHashSays(int size) throws Exception {
            byte[] bytes = bytes(size);
            BlobKey key = BlobKey.original(Sha256.of(bytes));
            byte[] altered = bytes.clone();
            altered[size - 1] ^= 1;
            put(key, altered);
            assertThat(whole(key)).isEqualTo(altered);
            put(key, bytes);
            assertThat(whole(key)).isEqualTo(bytes);
        }

        @ParameterizedTest
        @ValueSource(booleans = {false, true})
        void renewsTheAgeEvenOfEqualBytes(boolean underTheirHash) throws Exception {
            BlobKey key = underTheirHash ? BlobKey.original(Sha256.of(bytes(10))) : KEY;
            put(key, bytes(10));
            Instant first = store.stat(key).orElseThrow().modifiedAt();
            assertThat(first).isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
            // A store may count whole seconds, so a renewal can take that long to show.
            Instant enough = Instant.now().plusSeconds(3);
            Instant renewed = first;
            Instant begun = Instant.MIN;
            while (!renewed.isAfter(first) && begun.isBefore(enough)) {
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
                begun = Instant.now();
                put(key, bytes(10));
                renewed = store.stat(key).orElseThrow().modifiedAt();
            }
            assertThat(renewed).isAfter(first);
        }

        @Test
        void takesTheAgeFromNowAndNotFromTheFile() throws Exception {
            Path file = Files.write(staging.resolve("old"), bytes(10));
            Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
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
            for (int i = 0; i < 150; i++) {
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
}
