package dev.albumen.persistence.moving;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobPlace;
import dev.albumen.application.storage.BlobPlaces;
import dev.albumen.application.storage.BlobRoute;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.BlobStore.Stat;
import dev.albumen.application.storage.BlobStoreContract;
import dev.albumen.application.storage.InMemoryBlobStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole contract on every way that blobs can go, and what there is to being in two places. */
class MovingBlobStoreTest {

    private static final BlobRoute ALONE = new BlobRoute(BlobPlace.DISK, Optional.empty(), BlobPlace.DISK, true);
    private static final BlobRoute OLD_FIRST = new BlobRoute(BlobPlace.DISK, Optional.of(BlobPlace.S3), BlobPlace.S3, false);
    private static final BlobRoute NEW_FIRST = new BlobRoute(BlobPlace.S3, Optional.of(BlobPlace.DISK), BlobPlace.S3, false);

    /** Nothing was moved: what is on the disk is only read there. */
    private static final BlobRoute LAZY =
            new BlobPlaces(empty().stores(), BlobPlace.S3, Optional.of(BlobPlace.DISK)).route();

    private final BlobStore disk = new InMemoryBlobStore();
    private final BlobStore s3 = new InMemoryBlobStore();
    private BlobRoute route = ALONE;
    private final BlobStore store = new MovingBlobStore(places(disk, s3), () -> route);

    @TempDir
    private Path folder;

    private static BlobPlaces places(BlobStore onDisk, BlobStore inS3) {
        return new BlobPlaces(Map.of(BlobPlace.DISK, onDisk, BlobPlace.S3, inS3), BlobPlace.DISK, Optional.empty());
    }

    private static BlobPlaces empty() {
        return places(new InMemoryBlobStore(), new InMemoryBlobStore());
    }

    @Nested
    class InOnePlace extends BlobStoreContract {
        @Override
        protected BlobStore open() {
            return new MovingBlobStore(empty(), () -> ALONE);
        }
    }

    @Nested
    class WhileCopying extends BlobStoreContract {
        @Override
        protected BlobStore open() {
            return new MovingBlobStore(empty(), () -> OLD_FIRST);
        }
    }

    @Nested
    class OnceCopied extends BlobStoreContract {
        @Override
        protected BlobStore open() {
            return new MovingBlobStore(empty(), () -> NEW_FIRST);
        }
    }

    @Nested
    class WithAFallback extends BlobStoreContract {
        @Override
        protected BlobStore open() {
            return new MovingBlobStore(empty(), () -> LAZY);
        }
    }

    private void put(BlobStore to, String key, String text) {
        try {
            to.put(new BlobKey(key), Files.writeString(Files.createTempFile(folder, "draft", ""), text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(String key) throws IOException {
        try (BlobStore.Content content = store.open(new BlobKey(key)).orElseThrow()) {
            return new String(content.stream().readAllBytes(), UTF_8);
        }
    }

    @Test
    void findsABlobWhereverItIs() throws Exception {
        put(disk, "originals/a", "on disk");
        put(s3, "originals/b", "in s3");
        for (BlobRoute way : List.of(OLD_FIRST, NEW_FIRST)) {
            route = way;
            assertThat(text("originals/a")).isEqualTo("on disk");
            assertThat(text("originals/b")).isEqualTo("in s3");
            assertThat(store.stat(new BlobKey("originals/b"))).isEqualTo(s3.stat(new BlobKey("originals/b")));
            assertThat(store.open(new BlobKey("originals/a"), 3, 2)).isPresent();
            assertThat(store.fetch(new BlobKey("originals/b"))).isPresent();
            assertThat(store.stat(new BlobKey("originals/c"))).isEmpty();
        }
    }

    @Test
    void readsACopyOnlyOnceAllAreGood() throws Exception {
        put(disk, "originals/a", "as it was");
        put(s3, "originals/a", "in doubt?");
        route = OLD_FIRST;
        assertThat(text("originals/a")).isEqualTo("as it was");
        route = NEW_FIRST;
        assertThat(text("originals/a")).isEqualTo("in doubt?");
    }

    @Test
    void showsWhatWasPutLastWhereverTheOldOneIs() throws Exception {
        put(disk, "renditions/a/b", "old");
        route = OLD_FIRST;
        put(store, "renditions/a/b", "new");
        assertThat(text("renditions/a/b")).isEqualTo("new");
        route = NEW_FIRST;
        assertThat(text("renditions/a/b")).isEqualTo("new");
    }

    @Test
    void deletesInBothPlaces() {
        for (BlobRoute way : List.of(OLD_FIRST, NEW_FIRST)) {
            put(disk, "originals/a", "a");
            put(s3, "originals/a", "a");
            route = way;
            store.delete(new BlobKey("originals/a"));
            assertThat(disk.stat(new BlobKey("originals/a"))).isEmpty();
            assertThat(s3.stat(new BlobKey("originals/a"))).isEmpty();
        }
    }

    @Test
    void putsBesideTheFallbackAndDeletesInBoth() throws Exception {
        put(disk, "renditions/a/b", "old");
        put(disk, "originals/a", "a");
        route = LAZY;
        put(store, "renditions/a/b", "new");
        assertThat(text("renditions/a/b")).isEqualTo("new");
        assertThat(disk.stat(new BlobKey("renditions/a/b"))).as("it is no move").isPresent();
        assertThat(text("originals/a")).isEqualTo("a");

        for (String key : List.of("renditions/a/b", "originals/a")) {
            store.delete(new BlobKey(key));
            assertThat(store.stat(new BlobKey(key))).as("nothing older comes to light").isEmpty();
            assertThat(disk.stat(new BlobKey(key))).isEmpty();
        }
    }

    @Test
    void keepsABlobWhoseFallbackCannotBeDeleted() {
        BlobStore broken = new InMemoryBlobStore() {
            @Override
            public void delete(BlobKey key) {
                throw new DependencyException("read-only");
            }
        };
        put(broken, "renditions/a/b", "old");
        put(s3, "renditions/a/b", "new");
        BlobStore half = new MovingBlobStore(places(broken, s3), () -> LAZY);

        assertThatExceptionOfType(DependencyException.class).isThrownBy(() -> half.delete(new BlobKey("renditions/a/b")));
        assertThat(s3.stat(new BlobKey("renditions/a/b"))).as("or else the old one came to light").isPresent();
    }

    @Test
    void listsEachBlobOnceInOrder() {
        for (String key : List.of("originals/a", "originals/b", "originals/d")) {
            put(disk, key, "x");
        }
        for (String key : List.of("originals/b", "originals/c", "originals/e")) {
            put(s3, key, "x");
        }
        route = OLD_FIRST;
        assertThat(keys(Optional.empty(), 1000)).containsExactly("originals/a", "originals/b", "originals/c", "originals/d", "originals/e");
        assertThat(keys(Optional.empty(), 2)).containsExactly("originals/a", "originals/b");
        assertThat(keys(Optional.of(new BlobKey("originals/b")), 2)).containsExactly("originals/c", "originals/d");
    }

    private List<String> keys(Optional<BlobKey> after, int limit) {
        return store.list("originals/", after, limit).stream().map(Stat::key).map(BlobKey::value).toList();
    }

    @Test
    void saysThatAPlaceIsNotConfiguredInsteadOfFindingNothing() {
        BlobStore half = new MovingBlobStore(
                new BlobPlaces(Map.of(BlobPlace.DISK, disk), BlobPlace.DISK, Optional.empty()), () -> OLD_FIRST);
        assertThatExceptionOfType(DependencyException.class).isThrownBy(() -> half.stat(new BlobKey("originals/a")))
                .withMessageContaining("s3");
        assertThatExceptionOfType(DependencyException.class).isThrownBy(() -> put(half, "originals/a", "a"));
    }
}
