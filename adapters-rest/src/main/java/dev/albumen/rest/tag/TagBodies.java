package dev.albumen.rest.tag;

import dev.albumen.application.tag.ChangeTag;
import dev.albumen.application.tag.CreateTag;
import dev.albumen.application.tag.TagViews;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.tag.CategoryName;
import dev.albumen.domain.tag.TagName;
import dev.albumen.rest.shared.Labels;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tags as they go in and out. */
final class TagBodies {

    private static final String PARENT = "The name of the tag that it lies in";
    private static final String CATEGORY = "The name of one of one's categories";

    private TagBodies() {}

    @Introspected
    @Schema(name = "NewTag", example = "{\"name\": \"dog\", \"parent\": \"animal\", \"category\": \"Nature\"}")
    record Create(
            String name, @Schema(description = PARENT) @Nullable String parent, @Schema(description = CATEGORY) @Nullable String category) {

        CreateTag.Command command() {
            return new CreateTag.Command(TagName.written("/name", name), parent == null ? null : TagName.written("/parent", parent),
                    category == null ? null : CategoryName.written("/category", category));
        }
    }

    @Introspected
    @Schema(name = "TagPatch", example = "{\"name\": \"hound\", \"parent\": null}")
    record Patch(
            Change<String> name, @Schema(description = PARENT) Change<String> parent,
            @Schema(description = CATEGORY) Change<String> category) {

        ChangeTag.Command command(TagName tag) {
            return new ChangeTag.Command(tag, name.map(text -> TagName.written("/name", text)),
                    parent.map(text -> TagName.written("/parent", text)), category.map(text -> CategoryName.written("/category", text)));
        }
    }

    @Introspected
    @Schema(name = "TagMerge", example = "{\"into\": \"sea\"}")
    record Merge(String into) {}

    /**
     * @param parent the tag that it lies in; {@code null} at the top
     * @param path the tags that hold it, from the top down
     * @param category {@code null} where it is in none
     * @param imageCount images that bear the tag itself
     */
    @Serdeable.Serializable
    @Schema(name = "Tag")
    record View(
            String name, @Nullable String parent, List<String> path, @Nullable String category, int imageCount, List<String> sources) {

        static View of(TagViews.TagView tag) {
            return new View(tag.name(), tag.parent().orElse(null), tag.path(), tag.category(), tag.imageCount(),
                    tag.sources().stream().sorted().map(Labels::of).toList());
        }
    }
}
