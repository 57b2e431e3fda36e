package dev.albumen.application.tag;

import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.tag.Category;
import dev.albumen.domain.tag.CategoryName;
import dev.albumen.domain.tag.TagName;

/** Puts tags into categories that are there. */
final class TagFiling {

    private final Categories categories;

    TagFiling(Categories categories) {
        this.categories = categories;
    }

    /** @param category of the owner's; refused where they have none of that name */
    void file(UserId owner, TagName tag, Change<CategoryName> category) {
        switch (category) {
            case Change.Keep<CategoryName> keep -> {}
            case Change.Clear<CategoryName> clear -> categories.file(owner, tag, null);
            case Change.To<CategoryName>(CategoryName name) -> categories.file(owner, tag, named(owner, name).id());
        }
    }

    private Category named(UserId owner, CategoryName name) {
        return categories.named(owner, name).orElseThrow(() ->
                Refusal.invalid("/category", "unknown-category", "You have no category of that name. Make it first."));
    }
}
