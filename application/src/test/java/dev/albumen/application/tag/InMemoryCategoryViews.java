package dev.albumen.application.tag;

import dev.albumen.application.shared.InMemoryPages;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.tag.Category;
import dev.albumen.domain.tag.CategoryId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads categories in memory. */
public final class InMemoryCategoryViews implements CategoryViews {

    private final InMemoryCategories categories;
    private final InMemoryTags tags;

    public InMemoryCategoryViews(InMemoryCategories categories, InMemoryTags tags) {
        this.categories = categories;
        this.tags = tags;
    }

    @Override
    public Page<CategoryView> list(UserId owner, PageRequest page) {
        List<CategoryView> sorted = categories.of(owner).stream().map(this::view)
                .sorted(Comparator.comparing(view -> view.category().name().key())).toList();
        return InMemoryPages.cut(sorted, page, view -> view.category().id().toString());
    }

    @Override
    public Optional<CategoryView> find(UserId owner, CategoryId id) {
        return categories.find(owner, id).map(this::view);
    }

    private CategoryView view(Category category) {
        UserId owner = category.ownerId();
        return new CategoryView(category, (int) tags.of(owner).stream()
                .filter(tag -> tags.category(owner, tag).filter(category.id()::equals).isPresent()).count());
    }
}
