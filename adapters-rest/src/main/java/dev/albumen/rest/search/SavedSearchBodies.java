package dev.albumen.rest.search;

import dev.albumen.domain.search.SavedSearch;
import dev.albumen.domain.shared.Change;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Saved searches as they go in and out. */
final class SavedSearchBodies {

    private static final String TEXT = "What `q` of the list of images takes";
    private static final String SORT = "What `sort` of the list of images takes";

    private SavedSearchBodies() {}

    @Introspected
    @Schema(name = "NewSavedSearch", example = "{\"name\": \"Best dogs\", \"q\": \"tag:dog rating:>=4\", \"sort\": \"-takenAt\"}")
    record Create(String name, @Schema(description = TEXT) String q, @Schema(description = SORT) @Nullable String sort) {

        SavedSearch.Draft draft() {
            return new SavedSearch.Draft(name, q, sort);
        }
    }

    @Introspected
    @Schema(name = "SavedSearchPatch", example = "{\"name\": \"Good dogs\", \"q\": \"tag:dog rating:>=3\"}")
    record Patch(Change<String> name, @Schema(description = TEXT) Change<String> q, @Schema(description = SORT) Change<String> sort) {

        SavedSearch.Patch changes() {
            return new SavedSearch.Patch(name, q, sort);
        }
    }

    @Serdeable.Serializable
    @Schema(name = "SavedSearch")
    record View(UUID id, String name, String q, @Nullable String sort, Instant createdAt, Instant updatedAt, long version) {

        static View of(SavedSearch search) {
            return new View(search.id().value(), search.name(), search.text(), search.sort(), search.createdAt(), search.updatedAt(),
                    search.version());
        }
    }
}
