package dev.albumen.rest.album;

import dev.albumen.application.album.AddToAlbum;
import dev.albumen.application.album.ListAlbumImages;
import dev.albumen.application.album.MoveInAlbum;
import dev.albumen.application.album.RemoveFromAlbum;
import dev.albumen.application.image.Outcome;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.image.ImageBodies;
import dev.albumen.rest.image.ImageUrls;
import dev.albumen.rest.shared.BatchAnswers;
import dev.albumen.rest.shared.Lists;
import dev.albumen.rest.shared.PageQuery;
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
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is in an album, and in what order. */
@Controller("/api/v1/albums/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Albums")
final class AlbumImagesController {

    private final ListAlbumImages listAlbumImages;
    private final AddToAlbum addToAlbum;
    private final RemoveFromAlbum removeFromAlbum;
    private final MoveInAlbum moveInAlbum;
    private final ImageUrls urls;
    private final Lists lists;
    private final BatchAnswers batches;

    AlbumImagesController(
            ListAlbumImages listAlbumImages, AddToAlbum addToAlbum, RemoveFromAlbum removeFromAlbum, MoveInAlbum moveInAlbum,
            ImageUrls urls, Lists lists, BatchAnswers batches) {
        this.listAlbumImages = listAlbumImages;
        this.addToAlbum = addToAlbum;
        this.removeFromAlbum = removeFromAlbum;
        this.moveInAlbum = moveInAlbum;
        this.urls = urls;
        this.lists = lists;
        this.batches = batches;
    }

    @Get("/images{?sort}")
    @Operation(summary = "List an album's images, in its own order or another")
    HttpResponse<?> list(Viewer viewer, @PathVariable UUID id, @RequestBean PageQuery page, @QueryValue @Nullable String sort) {
        var query = new ListAlbumImages.Query(
                new AlbumId(id), sort == null ? null : AlbumBodies.sortNamed("sort", sort), lists.page(page, viewer));
        return lists.answer(page, viewer, listAlbumImages.handle(viewer, query).map(image -> ImageBodies.View.of(image, urls.of(viewer, image))));
    }

    @Post("/images")
    @Operation(summary = "Put up to 500 images into an album")
    @ApiResponse(responseCode = "207", description = "An outcome for each image, in order")
    HttpResponse<?> add(HttpRequest<?> request, Viewer viewer, @PathVariable UUID id, @Body AlbumBodies.Images body) {
        return told(request, addToAlbum.handle(viewer, new AddToAlbum.Command(new AlbumId(id), body.ids())));
    }

    @Post("/images:remove")
    @Operation(summary = "Take up to 500 images out of an album")
    @ApiResponse(responseCode = "207", description = "An outcome for each image, in order")
    HttpResponse<?> remove(HttpRequest<?> request, Viewer viewer, @PathVariable UUID id, @Body AlbumBodies.Images body) {
        return told(request, removeFromAlbum.handle(viewer, new RemoveFromAlbum.Command(new AlbumId(id), body.ids())));
    }

    @Put("/images/{imageId}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Put an image into an album")
    void addOne(Viewer viewer, @PathVariable UUID id, @PathVariable UUID imageId) {
        requireFine(addToAlbum.handle(viewer, new AddToAlbum.Command(new AlbumId(id), List.of(new ImageId(imageId)))));
    }

    @Delete("/images/{imageId}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take an image out of an album")
    void removeOne(Viewer viewer, @PathVariable UUID id, @PathVariable UUID imageId) {
        requireFine(removeFromAlbum.handle(viewer, new RemoveFromAlbum.Command(new AlbumId(id), List.of(new ImageId(imageId)))));
    }

    @Patch("/images/{imageId}")
    @Consumes({MediaType.APPLICATION_JSON, StrictJsonReader.MERGE_PATCH})
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Move an image behind another, or to the front")
    void move(Viewer viewer, @PathVariable UUID id, @PathVariable UUID imageId, @Body AlbumBodies.Place body) {
        Optional<ImageId> after = switch (body.after()) {
            case Change.Keep<UUID> absent -> throw Refusal.invalid("/after", "required", "Name the image to follow, or null for the front.");
            case Change.Clear<UUID> front -> Optional.empty();
            case Change.To<UUID>(UUID image) -> Optional.of(new ImageId(image));
        };
        moveInAlbum.handle(viewer, new MoveInAlbum.Command(new AlbumId(id), new ImageId(imageId), after));
    }

    private HttpResponse<?> told(HttpRequest<?> request, List<Outcome> outcomes) {
        return batches.of(request, outcomes.stream().<BatchAnswers.Outcome>map(outcome -> outcome.refusal() == null
                ? new BatchAnswers.Outcome.Done(200, outcome.imageId().value(), null)
                : new BatchAnswers.Outcome.Refused(outcome.imageId().value(), outcome.refusal())).toList());
    }

    private static void requireFine(List<Outcome> outcomes) {
        Refusal refusal = outcomes.getFirst().refusal();
        if (refusal != null) {
            throw refusal.thrown();
        }
    }
}
