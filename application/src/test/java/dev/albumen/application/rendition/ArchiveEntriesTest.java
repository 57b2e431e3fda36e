package dev.albumen.application.rendition;

import static dev.albumen.domain.image.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.ImageViews;
import dev.albumen.application.shared.InMemoryPages;
import dev.albumen.application.shared.Page;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageAccess;
import dev.albumen.domain.image.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArchiveEntriesTest {

    @Test
    void readsAPageAtATimeAndAllInOrder() {
        List<ImageViews.Delivery> all = IntStream.range(0, 450).mapToObj(i -> delivery(anImage().build())).toList();
        List<Integer> read = new ArrayList<>();
        ArchiveEntries entries = new ArchiveEntries(wanted -> {
            Page<ImageViews.Delivery> page = InMemoryPages.cut(all, wanted, image -> image.id().toString());
            read.add(page.items().size());
            return page;
        }, image -> new Archive.Entry(image, Disclosure.EVERYTHING));

        for (int walk = 0; walk < 2; walk++) {
            List<ImageViews.Delivery> seen = new ArrayList<>();
            entries.forEach(entry -> seen.add(entry.image()));
            assertThat(seen).isEqualTo(all);
        }
        assertThat(read).containsExactly(200, 200, 50, 200, 200, 50);
    }

    @Test
    void endsWhereThereIsNothing() {
        assertThat(new ArchiveEntries(page -> new Page<>(List.of(), Optional.empty()), image -> new Archive.Entry(image,
                Disclosure.EVERYTHING)))
                .isEmpty();
    }

    private static ImageViews.Delivery delivery(Image image) {
        return new ImageViews.Delivery(image.id(), ImageAccess.Facts.of(image, Reach.NONE, false), image.status(),
                image.filename(),
                image.mediaType(), image.byteSize(), image.sha256(), image.dimensions(), "Ada", null);
    }
}
