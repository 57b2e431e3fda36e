package dev.albumen.application.tag;

import dev.albumen.application.shared.InMemoryTable;
import dev.albumen.application.shared.InMemoryTransactions;
import dev.albumen.application.shared.LostRaceException;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.tag.Category;
import dev.albumen.domain.tag.CategoryId;
import dev.albumen.domain.tag.CategoryName;
import dev.albumen.domain.tag.TagName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps categories in memory. */
public final class InMemoryCategories implements Categories {

    private final InMemoryTable<CategoryId, Category> categories;
    private final InMemoryTags tags;

    public InMemoryCategories(InMemoryTransactions transactions, InMemoryTags tags) {
        this.categories = transactions.table();
        this.tags = tags;
    }

    List<Category> of(UserId owner) {
        return categories.all().values().stream().filter(one -> one.ownerId().equals(owner)).toList();
    }

    @Override
    public void add(Category category) {
        requireFree(category);
        categories.put(category.id(), category);
    }

    @Override
    public Optional<Category> find(UserId owner, CategoryId id) {
        return categories.find(id).filter(found -> found.ownerId().equals(owner));
    }

    @Override
    public Optional<Category> named(UserId owner, CategoryName name) {
        return of(owner).stream().filter(one -> one.name().key().equals(name.key())).findFirst();
    }

    @Override
    public Category save(Category category) {
        requireFree(category);
        if (categories.find(category.id()).filter(current -> current.version() == category.version()).isEmpty()) {
            throw new LostRaceException();
        }
        Category saved = new Category(category.id(), category.ownerId(), category.name(), category.color(), category.description(),
                category.createdAt(), category.updatedAt(), category.version() + 1);
        categories.put(saved.id(), saved);
        return saved;
    }

    @Override
    public void delete(UserId owner, CategoryId id) {
        if (find(owner, id).isPresent()) {
            tags.of(owner).stream().filter(tag -> tags.category(owner, tag).filter(id::equals).isPresent())
                    .forEach(tag -> tags.file(owner, tag, null));
            categories.remove(id);
        }
    }

    @Override
    public boolean file(UserId owner, TagName tag, @Nullable CategoryId category) {
        boolean there = tags.of(owner).contains(tag);
        if (there) {
            tags.file(owner, tag, category);
        }
        return there;
    }

    private void requireFree(Category category) {
        if (named(category.ownerId(), category.name()).filter(other -> !other.id().equals(category.id())).isPresent()) {
            throw new Refusal.Conflict("category-exists", "You have a category of that name.").thrown();
        }
    }
}
