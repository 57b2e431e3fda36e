package dev.albumen.application.integrity;

import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.integrity.StoredContents.Holder;
import dev.albumen.application.integrity.StoredContents.StoredContent;
import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.shared.Sha256;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every view of the contents is like. */
public abstract class StoredContentsContract extends CatalogueContract {

    protected abstract StoredContents contents();

    @Test
    void joinsTheImagesOfAContent() {
        Image adas = kept(anImage().ownedBy(ada).rendered("thumbnail-v1.jpg", "preview-v1.jpg").build());
        Image bobs = kept(anImage().ownedBy(bob).containing(adas.sha256()).pending().build());

        StoredContent found = read(() -> contents().find(adas.sha256())).orElseThrow();

        assertThat(found.sha256()).isEqualTo(adas.sha256());
        assertThat(found.byteSize()).isEqualTo(adas.byteSize());
        assertThat(found.holders()).containsExactlyInAnyOrder(
                new Holder(adas.id(), Set.of("thumbnail-v1.jpg", "preview-v1.jpg")), new Holder(bobs.id(), Set.of()));
        assertThat(read(() -> contents().find(Sha256.of("nobody's")))).isEmpty();
    }

    @Test
    void goesThroughAllInTheOrderOfTheirHashes() {
        List<Sha256> all = Stream.of("one", "two", "three", "four", "five").map(Sha256::of)
                .sorted(Comparator.comparing(Sha256::hex)).toList();
        for (Sha256 content : all) {
            kept(anImage().ownedBy(ada).containing(content).build());
            kept(anImage().ownedBy(bob).containing(content).trashedAt(NOON).build());
        }

        List<Sha256> seen = new ArrayList<>();
        Optional<Sha256> after = Optional.empty();
        for (List<StoredContent> page = page(after); !page.isEmpty(); page = page(after)) {
            assertThat(page).hasSizeLessThanOrEqualTo(2).allSatisfy(content -> assertThat(content.holders()).hasSize(2));
            page.forEach(content -> seen.add(content.sha256()));
            after = Optional.of(seen.getLast());
        }

        assertThat(seen).containsExactlyElementsOf(all);
        assertThat(read(() -> contents().count())).isEqualTo(5);
    }

    private List<StoredContent> page(Optional<Sha256> after) {
        return read(() -> contents().after(after, 2));
    }
}
