package dev.albumen.application.tag;

import static dev.albumen.domain.image.ImageBuilder.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.tag.Category;
import dev.albumen.domain.tag.CategoryId;
import dev.albumen.domain.tag.TagName;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every reading of categories shows. */
public abstract class CategoryViewsContract extends CatalogueContract {

    @Test
    void listsTheOwnersByNameInPages() {
        for (String name : List.of("people", "Nature", "animals", "Ümlaut", "Objects")) {
            added(ada, name);
        }
        added(bob, "Bobs");

        assertThat(paged(page -> catalogue.categoryViews().list(ada, page)))
                .extracting(view -> view.category().name().value()).containsExactly("animals", "Nature", "Objects", "people", "Ümlaut");
    }

    @Test
    void countsTheTagsInEach() {
        Category nature = added(ada, "Nature");
        writing(() -> {
            for (String name : List.of("sea", "sky", "table")) {
                catalogue.tags().create(ada, new TagName(name));
            }
            catalogue.categories().file(ada, new TagName("sea"), nature.id());
            catalogue.categories().file(ada, new TagName("sky"), nature.id());
        });

        assertThat(read(() -> catalogue.categoryViews().find(ada, nature.id())))
                .contains(new CategoryViews.CategoryView(nature, 2));
        assertThat(read(() -> catalogue.categoryViews().find(bob, nature.id()))).isEmpty();
    }

    private Category added(UserId owner, String name) {
        Category category = Category.drafted(new CategoryId(UUID.randomUUID()), owner, Category.Draft.written(name, null, null), NOON);
        writing(() -> catalogue.categories().add(category));
        return category;
    }
}
