package dev.albumen.rest.tag;

import dev.albumen.application.tag.CategoryViews;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.tag.Category;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Categories as they go in and out. */
final class CategoryBodies {

    private static final String COLOR = "Such as #4a6f8c, for whoever draws it";

    private CategoryBodies() {}

    @Introspected
    @Schema(name = "NewCategory", example = "{\"name\": \"Nature\", \"color\": \"#4a8c5f\", \"description\": \"What grows and flows\"}")
    record Create(String name, @Schema(description = COLOR) @Nullable String color, @Nullable String description) {

        Category.Draft draft() {
            return Category.Draft.written(name, color, description);
        }
    }

    @Introspected
    @Schema(name = "CategoryPatch", example = "{\"name\": \"Outdoors\", \"color\": null}")
    record Patch(Change<String> name, @Schema(description = COLOR) Change<String> color, Change<String> description) {

        Category.Patch changes() {
            return new Category.Patch(name, color, description);
        }
    }

    /** @param tagCount tags in it */
    @Serdeable.Serializable
    @Schema(name = "Category")
    record View(
            UUID id, String name, @Nullable String color, String description, int tagCount, Instant createdAt, Instant updatedAt,
            long version) {

        static View of(CategoryViews.CategoryView view) {
            Category category = view.category();
            return new View(category.id().value(), category.name().value(), category.color(), category.description(), view.tagCount(),
                    category.createdAt(), category.updatedAt(), category.version());
        }
    }
}
