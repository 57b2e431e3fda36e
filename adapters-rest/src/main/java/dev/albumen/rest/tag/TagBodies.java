package dev.albumen.rest.tag;

import dev.albumen.application.tag.TagViews;
import dev.albumen.domain.tag.TagName;
import dev.albumen.rest.shared.Labels;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Tags as they go in and out. */
final class TagBodies {

    private TagBodies() {}

    @Introspected
    @Schema(name = "TagName", example = "{\"name\": \"sea\"}")
    record Named(String name) {

        TagName tag() {
            return TagName.written("/name", name);
        }
    }

    @Introspected
    @Schema(name = "TagMerge", example = "{\"into\": \"sea\"}")
    record Merge(String into) {}

    @Serdeable.Serializable
    @Schema(name = "Tag")
    record View(String name, int imageCount, List<String> sources) {

        static View of(TagViews.TagView tag) {
            return new View(tag.name(), tag.imageCount(), tag.sources().stream().sorted().map(Labels::of).toList());
        }
    }
}
