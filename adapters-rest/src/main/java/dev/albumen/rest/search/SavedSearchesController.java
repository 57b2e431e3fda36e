package dev.albumen.rest.search;

import dev.albumen.application.search.ChangeSavedSearch;
import dev.albumen.application.search.DeleteSavedSearch;
import dev.albumen.application.search.ListSavedSearches;
import dev.albumen.application.search.RunSavedSearch;
import dev.albumen.application.search.SaveSearch;
import dev.albumen.application.search.ViewSavedSearch;
import dev.albumen.domain.search.SavedSearch;
import dev.albumen.domain.search.SavedSearchId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.image.ImageBodies;
import dev.albumen.rest.image.ImageUrls;
import dev.albumen.rest.shared.IfMatch;
import dev.albumen.rest.shared.JsonAnswers;
import dev.albumen.rest.shared.Lists;
import dev.albumen.rest.shared.PageQuery;
import dev.albumen.rest.shared.Repeatable;
import dev.albumen.rest.shared.StrictJsonReader;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;

/** The viewer's own saved searches, and what they find. */
@Controller("/api/v1/searches")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Searches")
final class SavedSearchesController {

    private final ListSavedSearches listSavedSearches;
    private final SaveSearch saveSearch;
    private final ViewSavedSearch viewSavedSearch;
    private final ChangeSavedSearch changeSavedSearch;
    private final DeleteSavedSearch deleteSavedSearch;
    private final RunSavedSearch runSavedSearch;
    private final ImageUrls urls;
    private final Lists lists;
    private final JsonAnswers answers;

    SavedSearchesController(
            ListSavedSearches listSavedSearches, SaveSearch saveSearch, ViewSavedSearch viewSavedSearch,
            ChangeSavedSearch changeSavedSearch, DeleteSavedSearch deleteSavedSearch, RunSavedSearch runSavedSearch, ImageUrls urls,
            Lists lists, JsonAnswers answers) {
        this.listSavedSearches = listSavedSearches;
        this.saveSearch = saveSearch;
        this.viewSavedSearch = viewSavedSearch;
        this.changeSavedSearch = changeSavedSearch;
        this.deleteSavedSearch = deleteSavedSearch;
        this.runSavedSearch = runSavedSearch;
        this.urls = urls;
        this.lists = lists;
        this.answers = answers;
    }

    @Get
    @Operation(summary = "List one's saved searches, newest first")
    HttpResponse<?> list(Viewer viewer, @RequestBean PageQuery page) {
        var found = listSavedSearches.handle(viewer, new ListSavedSearches.Query(lists.page(page, viewer)));
        return lists.answer(page, viewer, found.map(SavedSearchBodies.View::of));
    }

    @Post
    @Operation(summary = "Save a search among one's own images")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = SavedSearchBodies.View.class)))
    HttpResponse<?> save(Viewer viewer, Repeatable once, @Body SavedSearchBodies.Create body) {
        return once.answer(viewer, body, SavedSearch.class, () -> saveSearch.handle(viewer, new SaveSearch.Command(body.draft())), search -> {
            var made = SavedSearchBodies.View.of(search);
            return answers.created(URI.create("/api/v1/searches/" + made.id()), made.version(), made);
        });
    }

    @Get("/{id}")
    @Operation(summary = "Read a saved search")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SavedSearchBodies.View.class)))
    HttpResponse<?> read(HttpRequest<?> request, Viewer viewer, @PathVariable UUID id) {
        var search = SavedSearchBodies.View.of(viewSavedSearch.handle(viewer, new ViewSavedSearch.Query(new SavedSearchId(id))));
        return answers.one(request, search.version(), search);
    }

    @Get("/{id}/images")
    @Operation(summary = "List what a saved search finds now: a smart album of one's own images")
    HttpResponse<?> run(Viewer viewer, @PathVariable UUID id, @RequestBean PageQuery page) {
        var found = runSavedSearch.handle(viewer, new RunSavedSearch.Query(new SavedSearchId(id), lists.page(page, viewer)));
        return lists.answer(page, viewer, found.map(image -> ImageBodies.View.of(image, urls.of(viewer, image))));
    }

    @Patch("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, StrictJsonReader.MERGE_PATCH})
    @Operation(summary = "Change a saved search")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SavedSearchBodies.View.class)))
    HttpResponse<?> change(Viewer viewer, @PathVariable UUID id, IfMatch ifMatch, @Body SavedSearchBodies.Patch body) {
        var command = new ChangeSavedSearch.Command(new SavedSearchId(id), body.changes(), ifMatch.version());
        var search = SavedSearchBodies.View.of(changeSavedSearch.handle(viewer, command));
        return answers.changed(search.version(), search);
    }

    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Forget a saved search")
    void delete(Viewer viewer, @PathVariable UUID id, IfMatch ifMatch) {
        deleteSavedSearch.handle(viewer, new DeleteSavedSearch.Command(new SavedSearchId(id), ifMatch.version()));
    }
}
