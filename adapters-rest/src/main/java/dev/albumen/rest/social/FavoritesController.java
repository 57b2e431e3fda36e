package dev.albumen.rest.social;

import dev.albumen.application.social.ListFavorites;
import dev.albumen.application.social.MarkFavorite;
import dev.albumen.application.social.UnmarkFavorite;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.image.ImageBodies;
import dev.albumen.rest.image.ImageUrls;
import dev.albumen.rest.shared.Lists;
import dev.albumen.rest.shared.PageQuery;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/** The viewer's favourites. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Images")
final class FavoritesController {

    private final ListFavorites listFavorites;
    private final MarkFavorite markFavorite;
    private final UnmarkFavorite unmarkFavorite;
    private final ImageUrls urls;
    private final Lists lists;

    FavoritesController(ListFavorites listFavorites, MarkFavorite markFavorite, UnmarkFavorite unmarkFavorite, ImageUrls urls, Lists lists) {
        this.listFavorites = listFavorites;
        this.markFavorite = markFavorite;
        this.unmarkFavorite = unmarkFavorite;
        this.urls = urls;
        this.lists = lists;
    }

    @Get("/favorites")
    @Operation(summary = "List one's favourites, last marked first")
    HttpResponse<?> list(Viewer viewer, @RequestBean PageQuery page) {
        var found = listFavorites.handle(viewer, new ListFavorites.Query(lists.page(page, viewer)));
        return lists.answer(page, viewer, found.map(image -> ImageBodies.View.of(image, urls.of(viewer, image))));
    }

    @Put("/images/{id}/favorite")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Put an image among one's favourites")
    void mark(Viewer viewer, @PathVariable UUID id) {
        markFavorite.handle(viewer, new MarkFavorite.Command(new ImageId(id)));
    }

    @Delete("/images/{id}/favorite")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take an image from one's favourites")
    void unmark(Viewer viewer, @PathVariable UUID id) {
        unmarkFavorite.handle(viewer, new UnmarkFavorite.Command(new ImageId(id)));
    }
}
