package dev.albumen.rest.board;

import dev.albumen.application.board.BoardViews;
import dev.albumen.application.board.ChangeBoard;
import dev.albumen.application.board.CreateBoard;
import dev.albumen.application.board.DeleteBoard;
import dev.albumen.application.board.ListBoards;
import dev.albumen.application.board.ViewBoard;
import dev.albumen.domain.board.BoardId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
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

/** Boards: anybody's images by reference, which show each caller what they see anyway. */
@Controller("/api/v1/boards")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Boards")
final class BoardsController {

    private final ListBoards listBoards;
    private final CreateBoard createBoard;
    private final ViewBoard viewBoard;
    private final ChangeBoard changeBoard;
    private final DeleteBoard deleteBoard;
    private final Lists lists;
    private final JsonAnswers answers;

    BoardsController(
            ListBoards listBoards, CreateBoard createBoard, ViewBoard viewBoard, ChangeBoard changeBoard, DeleteBoard deleteBoard,
            Lists lists, JsonAnswers answers) {
        this.listBoards = listBoards;
        this.createBoard = createBoard;
        this.viewBoard = viewBoard;
        this.changeBoard = changeBoard;
        this.deleteBoard = deleteBoard;
        this.lists = lists;
        this.answers = answers;
    }

    @Get("{?owner,q}")
    @Operation(summary = "List one's boards and those that are for all users, newest first")
    HttpResponse<?> list(Viewer viewer, @RequestBean PageQuery page, @QueryValue @Nullable UUID owner, @QueryValue @Nullable String q) {
        var query = new ListBoards.Query(owner == null ? null : new UserId(owner), q, lists.page(page, viewer));
        return lists.answer(page, viewer, listBoards.handle(viewer, query).map(board -> BoardBodies.View.of(viewer, board, null)));
    }

    @Post
    @Operation(summary = "Make a board")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = BoardBodies.View.class)))
    HttpResponse<?> create(Viewer viewer, Repeatable once, @Body BoardBodies.Create body) {
        return once.answer(viewer, body, BoardViews.BoardView.class,
                () -> createBoard.handle(viewer, new CreateBoard.Command(body.draft())), board -> {
                    var made = shown(viewer, board);
                    return answers.created(URI.create("/api/v1/boards/" + made.id()), made.version(), made);
                });
    }

    @Get("/{id}")
    @Operation(summary = "Read a board")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BoardBodies.View.class)))
    HttpResponse<?> read(HttpRequest<?> request, Viewer viewer, @PathVariable UUID id) {
        var board = shown(viewer, viewBoard.handle(viewer, new ViewBoard.Query(new BoardId(id))));
        return answers.one(request, board.version(), board);
    }

    @Patch("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, StrictJsonReader.MERGE_PATCH})
    @Operation(summary = "Change a board")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BoardBodies.View.class)))
    HttpResponse<?> change(Viewer viewer, @PathVariable UUID id, IfMatch ifMatch, @Body BoardBodies.Patch body) {
        var command = new ChangeBoard.Command(new BoardId(id), body.changes(), ifMatch.version());
        var board = shown(viewer, changeBoard.handle(viewer, command));
        return answers.changed(board.version(), board);
    }

    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a board; images stay")
    void delete(Viewer viewer, @PathVariable UUID id, IfMatch ifMatch) {
        deleteBoard.handle(viewer, new DeleteBoard.Command(new BoardId(id), ifMatch.version()));
    }

    private static BoardBodies.View shown(Viewer viewer, BoardViews.BoardView view) {
        return BoardBodies.View.of(viewer, view.board(), view.imageCount());
    }
}
