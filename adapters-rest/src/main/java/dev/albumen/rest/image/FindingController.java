package dev.albumen.rest.image;

import dev.albumen.application.image.CountFacets;
import dev.albumen.application.image.ImageSearch;
import dev.albumen.application.image.SuggestSearches;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.shared.JsonAnswers;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What helps to find images. */
@Controller("/api/v1/images")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Images")
final class FindingController {

    private final CountFacets countFacets;
    private final SuggestSearches suggestSearches;
    private final JsonAnswers answers;

    FindingController(CountFacets countFacets, SuggestSearches suggestSearches, JsonAnswers answers) {
        this.countFacets = countFacets;
        this.suggestSearches = suggestSearches;
        this.answers = answers;
    }

    @Get("/facets")
    @Operation(
            summary = "Count what the images of a search have in common",
            description = "Takes what `GET /images` takes; words are not corrected. Cameras and lenses of others' images count where "
                    + "the caller is a member of an album that holds them, places of own images alone. Ratings are the caller's own.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = FindingBodies.Facets.class)))
    HttpResponse<?> facets(HttpRequest<?> request, Viewer viewer, @RequestBean ImageQuery query) {
        return answers.revalidated(request, FindingBodies.Facets.of(countFacets.handle(viewer, new CountFacets.Query(query.search()))));
    }

    @Get("/suggestions")
    @Operation(
            summary = "Complete what somebody types",
            description = "By tags, cameras, lenses, titles and, of own images, places of the newest 5000 images that the same search "
                    + "would look at, and all of the caller's own tags.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = FindingBodies.Suggestions.class)))
    HttpResponse<?> suggestions(
            HttpRequest<?> request, Viewer viewer,
            @Parameter(description = "What was typed, 1 to 64 characters", example = "low t") @QueryValue String prefix,
            @QueryValue @Nullable UUID album, @QueryValue @Nullable UUID owner) {
        var search = new ImageSearch(List.of(), List.of(), album == null ? null : new AlbumId(album),
                owner == null ? null : new UserId(owner), null);
        return answers.revalidated(request, FindingBodies.Suggestions.of(
                suggestSearches.handle(viewer, new SuggestSearches.Query(search, prefix))));
    }
}
