package dev.albumen.rest.album;

import dev.albumen.application.album.AlbumView;
import dev.albumen.application.album.AlbumViews;
import dev.albumen.application.album.BrowseCatalogue;
import dev.albumen.application.album.ChangeAlbum;
import dev.albumen.application.album.CreateAlbum;
import dev.albumen.application.album.DeleteAlbum;
import dev.albumen.application.album.ListAlbums;
import dev.albumen.application.album.ViewAlbum;
import dev.albumen.domain.album.Visibility;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.shared.IfMatch;
import dev.albumen.rest.shared.JsonAnswers;
import dev.albumen.rest.shared.Labels;
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
import io.micronaut.http.annotation.QueryValue;
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
import org.jspecify.annotations.Nullable;

/** Albums. */
@Controller("/api/v1/albums")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Albums")
final class AlbumsController {

    private final CreateAlbum createAlbum;
    private final ViewAlbum viewAlbum;
    private final ChangeAlbum changeAlbum;
    private final DeleteAlbum deleteAlbum;
    private final ListAlbums listAlbums;
    private final BrowseCatalogue browseCatalogue;
    private final Lists lists;
    private final JsonAnswers answers;

    AlbumsController(
            CreateAlbum createAlbum, ViewAlbum viewAlbum, ChangeAlbum changeAlbum, DeleteAlbum deleteAlbum, ListAlbums listAlbums,
            BrowseCatalogue browseCatalogue, Lists lists, JsonAnswers answers) {
        this.createAlbum = createAlbum;
        this.viewAlbum = viewAlbum;
        this.changeAlbum = changeAlbum;
        this.deleteAlbum = deleteAlbum;
        this.listAlbums = listAlbums;
        this.browseCatalogue = browseCatalogue;
        this.lists = lists;
        this.answers = answers;
    }

    @Post
    @Operation(summary = "Make an album")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = AlbumBodies.View.class)))
    HttpResponse<?> create(Viewer viewer, Repeatable once, @Body AlbumBodies.Create body) {
        return once.answer(viewer, body, AlbumView.class, () -> createAlbum.handle(viewer, new CreateAlbum.Command(body.draft())), album -> {
            var made = AlbumBodies.View.of(viewer, album);
            return answers.created(URI.create("/api/v1/albums/" + made.id()), made.version(), made);
        });
    }

    @Get("{?owner,visibility,q,parent,sort}")
    @Operation(summary = "List one's albums, or those of another user that one can see")
    HttpResponse<?> list(
            Viewer viewer, @RequestBean PageQuery page, @QueryValue @Nullable UUID owner, @QueryValue @Nullable String visibility,
            @QueryValue @Nullable String q,
            @QueryValue @Nullable @Schema(description = "The album that they lie in; none for those that lie in no album") String parent,
            @QueryValue @Nullable @Schema(description = "createdAt, title, -title, -updatedAt or, by default, -createdAt") String sort) {
        var search = new AlbumViews.Search(q, owner == null ? null : new UserId(owner),
                Labels.read(Visibility.class, "visibility", visibility), place(parent), sorted(sort));
        var found = listAlbums.handle(viewer, new ListAlbums.Query(search, lists.page(page, viewer)));
        return lists.answer(page, viewer, found.map(album -> AlbumBodies.View.of(viewer, album)));
    }

    @Get("/public{?q}")
    @Operation(summary = "List everybody's public albums; needs no account")
    HttpResponse<?> catalogue(Viewer viewer, @RequestBean PageQuery page, @QueryValue @Nullable String q) {
        var found = browseCatalogue.handle(viewer, new BrowseCatalogue.Query(q, lists.page(page, viewer)));
        return lists.answer(page, viewer, found.map(album -> AlbumBodies.View.of(viewer, album)));
    }

    @Get("/{id}")
    @Operation(summary = "Read an album")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AlbumBodies.View.class)))
    HttpResponse<?> read(HttpRequest<?> request, Viewer viewer, @PathVariable UUID id) {
        var album = AlbumBodies.View.of(viewer, viewAlbum.handle(viewer, new ViewAlbum.Query(new AlbumId(id))));
        return answers.one(request, album.version(), album);
    }

    @Patch("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, StrictJsonReader.MERGE_PATCH})
    @Operation(summary = "Change an album")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AlbumBodies.View.class)))
    HttpResponse<?> change(Viewer viewer, @PathVariable UUID id, IfMatch ifMatch, @Body AlbumBodies.Patch body) {
        var command = new ChangeAlbum.Command(new AlbumId(id), body.changes(), ifMatch.version());
        var album = AlbumBodies.View.of(viewer, changeAlbum.handle(viewer, command));
        return answers.changed(album.version(), album);
    }

    @Delete("/{id}{?albums}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete an album; images stay")
    void delete(
            Viewer viewer, @PathVariable UUID id, IfMatch ifMatch,
            @QueryValue @Nullable @Schema(description = "delete to delete the albums in it too; without, one that holds albums stays") String albums) {
        boolean withAlbums = switch (albums) {
            case null -> false;
            case "delete" -> true;
            default -> throw Refusal.invalid("albums", "unknown-value", "Expected delete.");
        };
        deleteAlbum.handle(viewer, new DeleteAlbum.Command(new AlbumId(id), withAlbums, ifMatch.version()));
    }

    private static AlbumViews.@Nullable Place place(@Nullable String parent) {
        return switch (parent) {
            case null -> null;
            case "none" -> new AlbumViews.Place.Top();
            default -> {
                try {
                    yield new AlbumViews.Place.In(new AlbumId(UUID.fromString(parent)));
                } catch (IllegalArgumentException e) {
                    throw Refusal.invalid("parent", "malformed", "Expected an album's id, or none.");
                }
            }
        };
    }

    private static AlbumViews.Sort sorted(@Nullable String sort) {
        return switch (sort) {
            case null -> AlbumViews.Sort.CREATED_AT_DESCENDING;
            case "-createdAt" -> AlbumViews.Sort.CREATED_AT_DESCENDING;
            case "createdAt" -> AlbumViews.Sort.CREATED_AT;
            case "title" -> AlbumViews.Sort.TITLE;
            case "-title" -> AlbumViews.Sort.TITLE_DESCENDING;
            case "-updatedAt" -> AlbumViews.Sort.UPDATED_AT_DESCENDING;
            default -> throw Refusal.invalid("sort", "unknown-value", "Expected one of createdAt, -createdAt, title, -title, -updatedAt.");
        };
    }
}
