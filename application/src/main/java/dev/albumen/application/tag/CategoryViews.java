package dev.albumen.application.tag;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.tag.Category;
import dev.albumen.domain.tag.CategoryId;
import java.util.Optional;

/** Categories as they are read. */
public interface CategoryViews {

    /** A page of the owner's, by name whatever its case. */
    Page<CategoryView> list(UserId owner, PageRequest page);

    Optional<CategoryView> find(UserId owner, CategoryId id);

    /** @param tagCount tags in it */
    record CategoryView(Category category, int tagCount) {}
}
