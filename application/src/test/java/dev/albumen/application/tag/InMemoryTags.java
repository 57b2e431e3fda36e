package dev.albumen.application.tag;

import dev.albumen.application.image.InMemoryImages;
import dev.albumen.application.shared.InMemoryTable;
import dev.albumen.application.shared.InMemoryTransactions;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.tag.CategoryId;
import dev.albumen.domain.tag.TagName;
import dev.albumen.domain.tag.TagSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps tags in memory. */
public final class InMemoryTags implements Tags {

    private record Tag(UserId owner, TagName name) {}

    private record Worn(ImageId image, TagName name) {}

    private record Held(@Nullable TagName parent, @Nullable CategoryId category) {}

    private final InMemoryTable<Tag, Held> tags;
    private final InMemoryTable<Worn, TagSource> worn;
    private final InMemoryImages images;

    public InMemoryTags(InMemoryTransactions transactions, InMemoryImages images) {
        this.tags = transactions.table();
        this.worn = transactions.table();
        this.images = images;
        images.whenPurged(gone -> worn.removeIf((one, source) -> one.image().equals(gone)));
    }

    /** An image's tags and who gave them. */
    public Map<TagName, TagSource> of(ImageId image) {
        return worn.all().entrySet().stream().filter(row -> row.getKey().image().equals(image))
                .collect(Collectors.toMap(row -> row.getKey().name(), Map.Entry::getValue));
    }

    /** The owner's tags. */
    public List<TagName> of(UserId owner) {
        return tags.all().keySet().stream().filter(tag -> tag.owner().equals(owner)).map(Tag::name).toList();
    }

    @Override
    public boolean create(UserId owner, TagName name) {
        boolean fresh = !tags.holds(new Tag(owner, name));
        if (fresh) {
            tags.put(new Tag(owner, name), new Held(null, null));
        }
        return fresh;
    }

    @Override
    public boolean tag(UserId owner, ImageId image, Collection<TagName> names, TagSource source) {
        boolean changed = false;
        for (TagName name : names) {
            create(owner, name);
            changed |= wear(image, name, source);
        }
        Tags.requireBearable(of(image).size());
        if (changed) {
            raise(image);
        }
        return changed;
    }

    @Override
    public boolean untag(ImageId image, TagName name) {
        boolean changed = worn.remove(new Worn(image, name));
        if (changed) {
            raise(image);
        }
        return changed;
    }

    @Override
    public boolean rename(UserId owner, TagName from, TagName to) {
        if (!tags.holds(new Tag(owner, from))) {
            return false;
        }
        if (tags.holds(new Tag(owner, to))) {
            throw new Refusal.Conflict("tag-taken", "You have a tag of this name already.").thrown();
        }
        tags.put(new Tag(owner, to), tags.find(new Tag(owner, from)).orElseThrow());
        return merge(owner, from, to);
    }

    @Override
    public boolean merge(UserId owner, TagName from, TagName into) {
        if (!tags.holds(new Tag(owner, from)) || !tags.holds(new Tag(owner, into))) {
            return false;
        }
        wearers(owner, from).forEach((image, source) -> wear(image, into, source));
        children(owner, from).forEach(child -> place(owner, child, into));
        return delete(owner, from);
    }

    @Override
    public boolean delete(UserId owner, TagName name) {
        wearers(owner, name).keySet().forEach(image -> untag(image, name));
        children(owner, name).forEach(child -> place(owner, child, parent(owner, name).orElse(null)));
        return tags.remove(new Tag(owner, name));
    }

    /** The tag that holds it. */
    Optional<TagName> parent(UserId owner, TagName name) {
        return tags.find(new Tag(owner, name)).map(Held::parent);
    }

    /** The tags right in it. */
    List<TagName> children(UserId owner, TagName name) {
        return of(owner).stream().filter(child -> parent(owner, child).filter(name::equals).isPresent()).toList();
    }

    void place(UserId owner, TagName name, @Nullable TagName parent) {
        tags.put(new Tag(owner, name), new Held(parent, category(owner, name).orElse(null)));
    }

    /** The category that it is in. */
    public Optional<CategoryId> category(UserId owner, TagName name) {
        return tags.find(new Tag(owner, name)).map(Held::category);
    }

    void file(UserId owner, TagName name, @Nullable CategoryId category) {
        tags.put(new Tag(owner, name), new Held(parent(owner, name).orElse(null), category));
    }

    /** The owner's images that bear the tag, and who gave it. */
    Map<ImageId, TagSource> wearers(UserId owner, TagName name) {
        return worn.all().entrySet().stream()
                .filter(row -> row.getKey().name().equals(name))
                .filter(row -> images.find(row.getKey().image()).orElseThrow().ownerId().equals(owner))
                .collect(Collectors.toMap(row -> row.getKey().image(), Map.Entry::getValue));
    }

    private boolean wear(ImageId image, TagName name, TagSource source) {
        Worn key = new Worn(image, name);
        Optional<TagSource> before = worn.find(key);
        if (before.isPresent() && (before.get() == source || before.get() == TagSource.USER)) {
            return false;
        }
        worn.put(key, source);
        return true;
    }

    private void raise(ImageId image) {
        images.raised(images.find(image).orElseThrow());
    }
}
