package dev.albumen.application.tag;

import dev.albumen.application.image.InMemoryImages;
import dev.albumen.application.shared.InMemoryPages;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.tag.CategoryName;
import dev.albumen.domain.tag.TagName;
import dev.albumen.domain.tag.TagSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads tags in memory. */
public final class InMemoryTagViews implements TagViews {

    private final InMemoryTags tags;
    private final InMemoryTagTree tree;
    private final InMemoryCategories categories;
    private final InMemoryImages images;

    public InMemoryTagViews(InMemoryTags tags, InMemoryTagTree tree, InMemoryCategories categories, InMemoryImages images) {
        this.tags = tags;
        this.tree = tree;
        this.categories = categories;
        this.images = images;
    }

    @Override
    public Page<TagView> list(UserId owner, Search search, PageRequest page) {
        List<TagView> found = tags.of(owner).stream()
                .map(name -> view(owner, name))
                .filter(view -> search.words() == null || view.name().contains(search.words().toLowerCase(Locale.ROOT)))
                .filter(view -> search.source() == null || view.sources().contains(search.source()))
                .filter(view -> search.category() == null || (view.category() != null
                        && new CategoryName(view.category()).key().equals(search.category().key())))
                .filter(view -> switch (search.place()) {
                    case null -> true;
                    case Place.Top top -> view.path().isEmpty();
                    case Place.In(TagName parent) -> view.parent().equals(Optional.of(parent.value()));
                })
                .sorted(Comparator.comparing(TagView::name))
                .toList();
        return InMemoryPages.cut(found, page, TagView::name);
    }

    @Override
    public Optional<TagView> find(UserId owner, TagName name) {
        return tags.of(owner).contains(name) ? Optional.of(view(owner, name)) : Optional.empty();
    }

    private TagView view(UserId owner, TagName name) {
        Map<ImageId, TagSource> wearers = tags.wearers(owner, name);
        wearers.keySet().removeIf(id -> images.find(id).orElseThrow().trashed());
        List<String> path = tree.path(owner, name).stream().map(TagName::value).toList();
        String category = tags.category(owner, name).flatMap(id -> categories.find(owner, id)).map(found -> found.name().value()).orElse(null);
        return new TagView(name.value(), path.subList(0, path.size() - 1), category, wearers.size(), Set.copyOf(wearers.values()));
    }
}
