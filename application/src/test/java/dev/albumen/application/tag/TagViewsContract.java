package dev.albumen.application.tag;

import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.tag.Category;
import dev.albumen.domain.tag.CategoryId;
import dev.albumen.domain.tag.CategoryName;
import dev.albumen.domain.tag.TagName;
import dev.albumen.domain.tag.TagSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
                .contains(new TagViews.TagView("sea", List.of(), null, 1, Set.of(TagSource.USER)));
        assertThat(read(() -> catalogue.tagViews().find(bob, new TagName("sea")))).isEmpty();
    }

    @Test
    void tellsWhereATagLiesAndFindsItThere() {
        Category nature = Category.drafted(new CategoryId(UUID.randomUUID()), ada, Category.Draft.written("Nature", null, null), NOON);
        writing(() -> {
            for (String name : List.of("animal", "dog", "cat", "puppy", "sea")) {
                catalogue.tags().create(ada, new TagName(name));
            }
            catalogue.tagTree().place(ada, new TagName("dog"), new TagName("animal"));
            catalogue.tagTree().place(ada, new TagName("cat"), new TagName("animal"));
            catalogue.tagTree().place(ada, new TagName("puppy"), new TagName("dog"));
            catalogue.categories().add(nature);
            catalogue.categories().file(ada, new TagName("dog"), nature.id());
            catalogue.categories().file(ada, new TagName("sea"), nature.id());
        });

        assertThat(read(() -> catalogue.tagViews().find(ada, new TagName("puppy"))))
                .contains(new TagViews.TagView("puppy", List.of("animal", "dog"), null, 0, Set.of()));
        assertThat(names(new TagViews.Search(null, null, new TagViews.Place.Top(), null))).containsExactly("animal", "sea");
        assertThat(names(new TagViews.Search(null, null, new TagViews.Place.In(new TagName("animal")), null))).containsExactly("cat", "dog");
        assertThat(names(new TagViews.Search(null, null, new TagViews.Place.In(new TagName("none")), null))).isEmpty();
        assertThat(names(new TagViews.Search(null, null, null, new CategoryName("NATURE")))).containsExactly("dog", "sea");
        assertThat(names(new TagViews.Search("o", null, new TagViews.Place.In(new TagName("animal")), new CategoryName("Nature"))))
                .containsExactly("dog");
    }

    private List<String> names(TagViews.Search search) {
        return paged(page -> catalogue.tagViews().list(ada, search, page)).stream().map(TagViews.TagView::name).toList();
    }

    private List<String> names(@Nullable String words, @Nullable TagSource source) {
        return paged(page -> catalogue.tagViews().list(ada, new TagViews.Search(words, source, null, null), page)).stream().map(TagViews.TagView::name).toList();
    }
}
