package dev.albumen.domain.label;

import dev.albumen.domain.tag.TagName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a labeler saw.
 *
 * @param name as a tag would be called
 * @param category what kind of thing it is, such as {@code colour}; {@code null} where the labeler says none
 * @param parents what it is one of, as labels would be called; may be empty
 */
public record Finding(TagName name, @Nullable String category, Confidence confidence, List<TagName> parents) {

    public static final int MAX_CATEGORY = 64;

    public Finding {
        parents = List.copyOf(parents);
        if (category != null && (category.isBlank() || category.length() > MAX_CATEGORY)) {
            throw new IllegalArgumentException("category " + category);
        }
    }

    /** One of which nothing but its name is known. */
    public static Finding named(TagName name) {
        return new Finding(name, null, new Confidence(0), List.of());
    }

    /** Without parents. */
    public static Finding of(String name, @Nullable String category, Confidence confidence) {
        return new Finding(new TagName(name), category, confidence, List.of());
    }
}
