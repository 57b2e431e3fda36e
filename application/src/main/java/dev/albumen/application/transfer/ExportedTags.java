package dev.albumen.application.transfer;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All tags of an export, those included that no image bears.
 *
 * @param details of those that lie in another tag or a category
 * @param blocked names that no picture of theirs is labelled with
 */
public record ExportedTags(List<String> names, List<TagDetail> details, List<CategoryDetail> categories, List<String> blocked) {

    public ExportedTags {
        blocked = List.copyOf(Objects.requireNonNullElse(blocked, List.of()));
        names = List.copyOf(Objects.requireNonNullElse(names, List.of()));
        details = List.copyOf(Objects.requireNonNullElse(details, List.of()));
        categories = List.copyOf(Objects.requireNonNullElse(categories, List.of()));
    }

    /** One of the tags. */
    public record TagDetail(String name, @Nullable String parent, @Nullable String category) {

        public TagDetail {
            name = Objects.requireNonNullElse(name, "");
        }
    }

    /** What some of them have in common. */
    public record CategoryDetail(String name, @Nullable String color, String description) {

        public CategoryDetail {
            name = Objects.requireNonNullElse(name, "");
            description = Objects.requireNonNullElse(description, "");
        }
    }
}
