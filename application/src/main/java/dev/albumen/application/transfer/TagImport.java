package dev.albumen.application.transfer;

import dev.albumen.application.label.BlockLabel;
import dev.albumen.application.label.LabelScope;
import dev.albumen.application.tag.Categories;
import dev.albumen.application.tag.CreateCategory;
import dev.albumen.application.tag.TagTree;
import dev.albumen.application.tag.TagViews;
import dev.albumen.application.tag.Tags;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.tag.Category;
import dev.albumen.domain.tag.CategoryName;
import dev.albumen.domain.tag.TagName;
import dev.albumen.domain.tag.TagPlace;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings tags back with their tree and their categories. Whatever the owner has said of a tag here stays. */
final class TagImport {

    private final Tags tags;
    private final TagTree tree;
    private final TagViews views;
    private final Categories categories;
    private final CreateCategory createCategory;
    private final BlockLabel blockLabel;

    TagImport(Tags tags, TagTree tree, TagViews views, Categories categories, CreateCategory createCategory, BlockLabel blockLabel) {
        this.tags = tags;
        this.tree = tree;
        this.views = views;
        this.categories = categories;
        this.createCategory = createCategory;
        this.blockLabel = blockLabel;
    }

    /** In the caller's transaction. What cannot be is left out. */
    void restore(Viewer.Member owner, ExportedTags told) {
        UserId id = owner.userId();
        // Before tags are locked: whoever is told a label asks for blocked names first, and makes tags then.
        told.blocked().forEach(name -> TagName.ofKeyword(name).ifPresent(
                label -> blockLabel.handle(owner, new BlockLabel.Command(LabelScope.OWN, label))));
        tree.lock(id);
        told.names().forEach(name -> TagName.ofKeyword(name).ifPresent(tag -> tags.create(id, tag)));
        told.categories().forEach(one -> restore(owner, one));
        told.details().forEach(detail -> TagName.ofKeyword(detail.name())
                .flatMap(tag -> views.find(id, tag)).ifPresent(tag -> restore(id, tag, detail)));
    }

    private void restore(Viewer.Member owner, ExportedTags.CategoryDetail told) {
        name(told.name()).filter(name -> categories.named(owner.userId(), name).isEmpty()).ifPresent(name ->
                draft(told).ifPresent(draft -> createCategory.handle(owner, new CreateCategory.Command(draft))));
    }

    private void restore(UserId owner, TagViews.TagView tag, ExportedTags.TagDetail told) {
        TagName name = new TagName(tag.name());
        Optional<TagName> parent = tag.parent().isPresent() || told.parent() == null ? Optional.empty() : TagName.ofKeyword(told.parent());
        parent.map(holder -> tree.path(owner, holder))
                .filter(path -> !path.isEmpty() && TagPlace.fits(name, path, tree.height(owner, name)))
                .ifPresent(path -> tree.place(owner, name, path.getLast()));
        if (tag.category() == null) {
            name(told.category()).flatMap(category -> categories.named(owner, category))
                    .ifPresent(category -> categories.file(owner, name, category.id()));
        }
    }

    private static Optional<CategoryName> name(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(CategoryName.written("/name", text));
        } catch (RefusedException unusual) {
            return Optional.empty();
        }
    }

    /** Empty where it could not be made. */
    private static Optional<Category.Draft> draft(ExportedTags.CategoryDetail told) {
        try {
            return Optional.of(Category.Draft.written(told.name(), told.color(), told.description()));
        } catch (RefusedException unusual) {
            return Optional.empty();
        }
    }
}
