package dev.albumen.rest.board;

import dev.albumen.application.board.ListBoardImages;
import dev.albumen.application.board.PutOnBoard;
import dev.albumen.application.board.TakeOffBoard;
import dev.albumen.application.image.Outcome;
import dev.albumen.domain.board.BoardId;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.image.ImageBodies;
import dev.albumen.rest.image.ImageUrls;
import dev.albumen.rest.shared.BatchAnswers;
import dev.albumen.rest.shared.Lists;
import dev.albumen.rest.shared.PageQuery;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;

/** What is on a board. */
@Controller("/api/v1/boards/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Boards")
final class BoardImagesController {

    private final ListBoardImages listBoardImages;
    private final PutOnBoard putOnBoard;
    private final TakeOffBoard takeOffBoard;
    private final ImageUrls urls;
    private final Lists lists;
    private final BatchAnswers batches;

    BoardImagesController(
            ListBoardImages listBoardImages, PutOnBoard putOnBoard, TakeOffBoard takeOffBoard, ImageUrls urls, Lists lists,
            BatchAnswers batches) {
        this.listBoardImages = listBoardImages;
        this.putOnBoard = putOnBoard;
        this.takeOffBoard = takeOffBoard;
        this.urls = urls;
        this.lists = lists;
        this.batches = batches;
    }

    @Get("/images")
    @Operation(summary = "List what one sees on a board, last put first")
    HttpResponse<?> list(Viewer viewer, @PathVariable UUID id, @RequestBean PageQuery page) {
        var found = listBoardImages.handle(viewer, new ListBoardImages.Query(new BoardId(id), lists.page(page, viewer)));
        return lists.answer(page, viewer, found.map(image -> ImageBodies.View.of(image, urls.of(viewer, image))));
    }

    @Post("/images")
    @Operation(summary = "Put up to 500 images that one sees on a board")
    @ApiResponse(responseCode = "207", description = "An outcome for each image, in order")
    HttpResponse<?> put(HttpRequest<?> request, Viewer viewer, @PathVariable UUID id, @Body BoardBodies.Images body) {
        List<Outcome> outcomes = putOnBoard.handle(viewer, new PutOnBoard.Command(new BoardId(id), body.ids()));
        return batches.of(request, outcomes.stream().<BatchAnswers.Outcome>map(outcome -> outcome.refusal() == null
                ? new BatchAnswers.Outcome.Done(200, outcome.imageId().value(), null)
                : new BatchAnswers.Outcome.Refused(outcome.imageId().value(), outcome.refusal())).toList());
    }

    @Put("/images/{imageId}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Put an image that one sees on a board")
    void putOne(Viewer viewer, @PathVariable UUID id, @PathVariable UUID imageId) {
        Refusal refusal = putOnBoard.handle(viewer, new PutOnBoard.Command(new BoardId(id), List.of(new ImageId(imageId))))
                .getFirst().refusal();
        if (refusal != null) {
            throw refusal.thrown();
        }
    }

    @Delete("/images/{imageId}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take an image off a board")
    void take(Viewer viewer, @PathVariable UUID id, @PathVariable UUID imageId) {
        takeOffBoard.handle(viewer, new TakeOffBoard.Command(new BoardId(id), new ImageId(imageId)));
    }
}
