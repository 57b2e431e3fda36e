package dev.albumen.application.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.albumen.application.storage.BlobStore.Stat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The part of {@link BlobStoreContract} about lists. */
abstract class BlobStoreListing extends BlobStoreFixture {

    @Nested
    class Listing {

        private static final int AT_ONCE = 32;
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
            List<Callable<Path>> puts = expected.stream().map(key -> (Callable<Path>) () -> put(new BlobKey(key), bytes(1))).toList();
            // A few at once: whoever waits behind a thousand others meets its timeout on a slow machine.
            for (int first = 0; first < puts.size(); first += AT_ONCE) {
                together(puts.subList(first, Math.min(first + AT_ONCE, puts.size())));
            }
            for (int limit : new int[] {1000, 777}) {
                List<String> seen = new ArrayList<>();
                List<String> page = keys("many/", Optional.empty(), limit);
                while (!page.isEmpty()) {
                    assertThat(page).hasSizeLessThanOrEqualTo(limit);
                    seen.addAll(page);
                    assertThat(seen.size()).as("blobs seen").isLessThanOrEqualTo(expected.size());
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
}
