package dev.albumen.application.tag;

import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.tag.TagName;
import dev.albumen.domain.tag.TagSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every reading of tags shows. */
public abstract class TagViewsContract extends CatalogueContract {

    @Test
    void listsTheOwnersTagsByNameInPages() {
        for (String name : List.of("sky", "sea", "air", "seal", "über")) {
            writing(() -> catalogue.tags().create(ada, new TagName(name)));
        }
        writing(() -> catalogue.tags().create(bob, new TagName("bobs")));

        assertThat(names(null, null)).containsExactly("air", "sea", "seal", "sky", "über");
        assertThat(names("SEA", null)).containsExactly("sea", "seal");
        assertThat(names("%", null)).isEmpty();
        assertThat(names("_", null)).isEmpty();
    }

    @Test
    void tellsSourcesApartAndCountsWhatIsOutOfTheTrash() {
        Image shown = kept(anImage().ownedBy(ada).build());
        Image trashed = kept(anImage().ownedBy(ada).trashedAt(NOON).build());
        writing(() -> {
            catalogue.tags().tag(ada, shown.id(), List.of(new TagName("sea")), TagSource.USER);
            catalogue.tags().tag(ada, shown.id(), List.of(new TagName("sky")), TagSource.LABELER);
            catalogue.tags().tag(ada, trashed.id(), List.of(new TagName("sea")), TagSource.USER);
        });

        assertThat(names(null, TagSource.LABELER)).containsExactly("sky");
        assertThat(names(null, TagSource.USER)).containsExactly("sea");
        assertThat(read(() -> catalogue.tagViews().find(ada, new TagName("sea"))))
                .contains(new TagViews.TagView("sea", 1, Set.of(TagSource.USER)));
        assertThat(read(() -> catalogue.tagViews().find(bob, new TagName("sea")))).isEmpty();
    }

    private List<String> names(@Nullable String words, @Nullable TagSource source) {
        return paged(page -> catalogue.tagViews().list(ada, words, source, page)).stream().map(TagViews.TagView::name).toList();
    }
}
