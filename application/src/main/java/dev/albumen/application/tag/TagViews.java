package dev.albumen.application.tag;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.tag.CategoryName;
import dev.albumen.domain.tag.TagName;
import dev.albumen.domain.tag.TagSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tags as they are read. */
public interface TagViews {

    /** A page of the owner's tags, by name. */
    Page<TagView> list(UserId owner, Search search, PageRequest page);

    Optional<TagView> find(UserId owner, TagName name);

    /**
     * Which tags are wanted. What is {@code null} does not narrow.
     *
     * @param words a part of the name
     * @param source only tags that an image has from this source
     * @param place where they lie
     * @param category only tags in it
     */
    record Search(
            @Nullable String words, @Nullable TagSource source, @Nullable Place place, @Nullable CategoryName category) {

        /** All of them. */
        public static final Search ALL = new Search(null, null, null, null);
    }

    /** Where tags lie. */
    sealed interface Place {

        record Top() implements Place {}

        /** Right in that tag; nothing where there is none of that name. */
        record In(TagName parent) implements Place {}
    }

    /**
     * @param path the names of the tags that hold it, from the top down; empty at the top
     * @param category the name of its category; {@code null} where it is in none
     * @param imageCount images out of the trash that bear the tag itself
     */
    record TagView(String name, List<String> path, @Nullable String category, int imageCount, Set<TagSource> sources) {

        public TagView {
            path = List.copyOf(path);
            sources = Set.copyOf(sources);
        }

        /** The name of the tag that it lies in. */
        public Optional<String> parent() {
            return path.isEmpty() ? Optional.empty() : Optional.of(path.getLast());
        }
    }
}
