package dev.albumen.application.tag;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.tag.TagName;
import dev.albumen.domain.tag.TagSource;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tags as they are read. */
public interface TagViews {

    /**
     * A page of the owner's tags, by name.
     *
     * @param words a part of the name; {@code null} for all
     * @param source only tags that an image has from this source; {@code null} for all
     */
    Page<TagView> list(UserId owner, @Nullable String words, @Nullable TagSource source, PageRequest page);

    Optional<TagView> find(UserId owner, TagName name);

    /** @param imageCount images out of the trash that bear it */
    record TagView(String name, int imageCount, Set<TagSource> sources) {}
}
