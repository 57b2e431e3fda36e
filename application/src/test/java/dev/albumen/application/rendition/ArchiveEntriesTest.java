package dev.albumen.application.rendition;

import static dev.albumen.domain.image.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.ImageViews;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageAccess;
import dev.albumen.domain.image.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArchiveEntriesTest {

    @Test
    void readsSomeAtATimeAndAllInOrder() {
        List<ImageViews.Delivery> all = IntStream.range(0, 450).mapToObj(i -> delivery(anImage().build())).toList();
        List<Integer> asked = new ArrayList<>();
        ArchiveEntries entries = new ArchiveEntries((after, limit) -> {
            int from = after.map(id -> all.stream().map(ImageViews.Delivery::id).toList().indexOf(id) + 1).orElse(0);
            asked.add(from);
            return all.subList(from, Math.min(all.size(), from + limit));
        }, image -> new Archive.Entry(image, true, true));

        for (int walk = 0; walk < 2; walk++) {
            List<ImageViews.Delivery> seen = new ArrayList<>();
            entries.forEach(entry -> seen.add(entry.image()));
            assertThat(seen).isEqualTo(all);
        }
        assertThat(asked).containsExactly(0, 200, 400, 0, 200, 400);
    }

    @Test
    void endsWhereThereIsNothing() {
        assertThat(new ArchiveEntries((after, limit) -> List.of(), image -> new Archive.Entry(image, true, true))).isEmpty();
    }

    private static ImageViews.Delivery delivery(Image image) {
        return new ImageViews.Delivery(image.id(), ImageAccess.Facts.of(image, Reach.NONE), image.status(), image.filename(),
                image.mediaType(), image.byteSize(), image.sha256());
    }
}
