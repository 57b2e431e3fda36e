package dev.albumen.application.tag;

import dev.albumen.application.image.InMemoryImages;
import dev.albumen.application.shared.InMemoryPages;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.tag.TagName;
import dev.albumen.domain.tag.TagSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads tags in memory. */
public final class InMemoryTagViews implements TagViews {

    private final InMemoryTags tags;
    private final InMemoryImages images;

    public InMemoryTagViews(InMemoryTags tags, InMemoryImages images) {
        this.tags = tags;
        this.images = images;
    }

    @Override
    public Page<TagView> list(UserId owner, @Nullable String words, @Nullable TagSource source, PageRequest page) {
        List<TagView> found = tags.of(owner).stream()
                .map(name -> view(owner, name))
                .filter(view -> words == null || view.name().contains(words.toLowerCase(Locale.ROOT)))
                .filter(view -> source == null || view.sources().contains(source))
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
        return new TagView(name.value(), wearers.size(), Set.copyOf(wearers.values()));
    }
}
