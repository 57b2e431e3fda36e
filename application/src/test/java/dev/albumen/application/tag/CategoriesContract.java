package dev.albumen.application.tag;

import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.Refusals.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.ImageView;
import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.tag.Category;
import dev.albumen.domain.tag.CategoryId;
import dev.albumen.domain.tag.CategoryName;
import dev.albumen.domain.tag.TagName;
import dev.albumen.domain.tag.TagSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of categories does. */
public abstract class CategoriesContract extends CatalogueContract {

    private static final TagName SEA = new TagName("sea");

    @Test
    void findsWhatItKeeps() {
        Category nature = added(ada, "Nature");

        assertThat(read(() -> categories().find(ada, nature.id()))).contains(nature);
        assertThat(read(() -> categories().find(bob, nature.id()))).isEmpty();
        assertThat(read(() -> categories().named(ada, new CategoryName("NATURE")))).contains(nature);
        assertThat(read(() -> categories().named(bob, new CategoryName("Nature")))).isEmpty();
    }

    @Test
    void keepsOneOfANamePerOwner() {
        added(ada, "Nature");
        Category people = added(ada, "People");
        added(bob, "Nature");

        assertThat(codeOf(() -> added(ada, "nature"))).isEqualTo("category-exists");
        assertThat(codeOf(() -> write(() -> categories().save(renamed(people, "NATURE"))))).isEqualTo("category-exists");
    }

    @Test
    void savesOverTheVersionThatWasReadAlone() {
        Category nature = added(ada, "Nature");

        Category saved = write(() -> categories().save(renamed(nature, "nature")));

        assertThat(saved.version()).isEqualTo(2);
        assertThat(saved.name().value()).isEqualTo("nature");
        assertThat(read(() -> categories().find(ada, nature.id()))).contains(saved);
        assertStale(() -> write(() -> categories().save(nature)));
    }

    @Test
    void filesTagsAndShowsItOnWhateverBearsThem() {
        Category nature = added(ada, "Nature / outdoors");
        Image image = kept(anImage().ownedBy(ada).build());
        writing(() -> catalogue.tags().tag(ada, image.id(), List.of(SEA, new TagName("sky")), TagSource.USER));

        assertThat(write(() -> categories().file(ada, SEA, nature.id()))).isTrue();
        assertThat(write(() -> categories().file(ada, new TagName("none"), nature.id()))).isFalse();
        assertThat(write(() -> categories().file(bob, SEA, nature.id()))).isFalse();

        assertThat(tagsOf(image)).containsExactlyInAnyOrder(
                new ImageView.Tag("sea", "user", "Nature / outdoors"), new ImageView.Tag("sky", "user", null));
        writing(() -> categories().file(ada, SEA, null));
        assertThat(tagsOf(image)).extracting(ImageView.Tag::category).containsOnlyNulls();
    }

    @Test
    void leavesTagsWhenACategoryGoes() {
        Category nature = added(ada, "Nature");
        writing(() -> {
            catalogue.tags().create(ada, SEA);
            categories().file(ada, SEA, nature.id());
            categories().delete(bob, nature.id());
        });
        assertThat(read(() -> categories().find(ada, nature.id()))).isPresent();

        writing(() -> categories().delete(ada, nature.id()));
        writing(() -> categories().delete(ada, nature.id()));

        assertThat(read(() -> categories().find(ada, nature.id()))).isEmpty();
        assertThat(read(() -> catalogue.tagViews().find(ada, SEA)).map(TagViews.TagView::category)).isEqualTo(Optional.empty());
        assertThat(read(() -> catalogue.tagViews().find(ada, SEA))).isPresent();
    }

    private Categories categories() {
        return catalogue.categories();
    }

    private Category added(UserId owner, String name) {
        Category category = Category.drafted(new CategoryId(UUID.randomUUID()), owner, Category.Draft.written(name, "#112233", "x"), NOON);
        writing(() -> categories().add(category));
        return category;
    }

    private static Category renamed(Category category, String name) {
        return category.changed(new Category.Patch(Change.to(name), Change.keep(), Change.keep()), NOON);
    }

    private List<ImageView.Tag> tagsOf(Image image) {
        return read(() -> catalogue.imageViews().find(viewer(ada), image.id())).orElseThrow().tags();
    }
}
