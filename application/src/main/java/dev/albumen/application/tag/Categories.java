package dev.albumen.application.tag;

import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.tag.Category;
import dev.albumen.domain.tag.CategoryId;
import dev.albumen.domain.tag.CategoryName;
import dev.albumen.domain.tag.TagName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every user's categories, and which of their tags are in them. Each names the owner: nobody else's are found. */
public interface Categories {

    /** Keeps a new one. Throws {@code Conflict} ({@code category-exists}) where the owner has one of that name. */
    void add(Category category);

    Optional<Category> find(UserId owner, CategoryId id);

    /** The owner's category of that name, however it is written. */
    Optional<Category> named(UserId owner, CategoryName name);

    /**
     * Keeps a changed one. Throws {@code Conflict} ({@code category-exists}) where the owner has another of that name.
     *
     * @param category as changed, with the version that it was read with
     * @return the same with its new version
     * @throws dev.albumen.application.shared.LostRaceException where another change came first or it is gone
     */
    Category save(Category category);

    /** Removes a category; the tags in it stay. One that is gone is no error. */
    void delete(UserId owner, CategoryId id);

    /**
     * Puts a tag into one of the owner's categories, and out of the one that it was in. False where the owner has no such tag.
     *
     * @param category {@code null} for none
     */
    boolean file(UserId owner, TagName tag, @Nullable CategoryId category);
}
