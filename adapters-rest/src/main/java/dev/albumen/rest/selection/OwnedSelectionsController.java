package dev.albumen.rest.selection;

import dev.albumen.application.selection.ListSelections;
import dev.albumen.application.selection.MoveSelections;
import dev.albumen.application.selection.MoveSelections.Move;
import dev.albumen.application.selection.ViewClientSelection;
import dev.albumen.application.selection.ViewOverlap;
import dev.albumen.domain.selection.SelectionId;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.shared.JsonAnswers;
import dev.albumen.rest.shared.Lists;
import dev.albumen.rest.shared.PageQuery;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.UUID;

/** Selections, for the link's owner. */
@Controller("/api/v1/shares/{id}/selections")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Selections")
final class OwnedSelectionsController {

    private final ListSelections listSelections;
    private final ViewClientSelection viewSelection;
    private final ViewOverlap viewOverlap;
    private final MoveSelections moveSelections;
    private final Lists lists;
    private final JsonAnswers answers;

    OwnedSelectionsController(
            ListSelections listSelections, ViewClientSelection viewSelection, ViewOverlap viewOverlap, MoveSelections moveSelections,
            Lists lists, JsonAnswers answers) {
        this.listSelections = listSelections;
        this.viewSelection = viewSelection;
        this.viewOverlap = viewOverlap;
        this.moveSelections = moveSelections;
        this.lists = lists;
        this.answers = answers;
    }

    @Get
    @Operation(summary = "List a link's selections, newest first")
    HttpResponse<?> list(Viewer viewer, @PathVariable UUID id, @RequestBean PageQuery page) {
        var found = listSelections.handle(viewer, new ListSelections.Query(new ShareId(id), lists.page(page, viewer)));
        return lists.answer(page, viewer, found.map(OwnedSelectionBodies.Summary::of));
    }

    @Get("/overview")
    @Operation(summary = "List what clients have chosen and who chose it, those pictures first that most have chosen")
    HttpResponse<?> overview(Viewer viewer, @PathVariable UUID id, @RequestBean PageQuery page) {
        var found = viewOverlap.handle(viewer, new ViewOverlap.Query(new ShareId(id), lists.page(page, viewer)));
        return lists.answer(page, viewer, found.map(OwnedSelectionBodies.Overlap::of));
    }

    @Get("/{sid}")
    @Operation(summary = "Read a client's selection")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OwnedSelectionBodies.View.class)))
    HttpResponse<?> read(HttpRequest<?> request, Viewer viewer, @PathVariable UUID id, @PathVariable UUID sid) {
        var shown = viewSelection.handle(viewer, new ViewClientSelection.Query(new ShareId(id), new SelectionId(sid)));
        return answers.one(request, shown.selection().summary().selection().version(), OwnedSelectionBodies.View.of(shown));
    }

    @Post("/{sid}/close")
    @Operation(summary = "Take no more of a client's selection")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OwnedSelectionBodies.View.class)))
    HttpResponse<?> close(Viewer viewer, @PathVariable UUID id, @PathVariable UUID sid) {
        return movedOne(viewer, id, sid, Move.CLOSE);
    }

    @Post("/{sid}/reopen")
    @Operation(summary = "Let a client choose again")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OwnedSelectionBodies.View.class)))
    HttpResponse<?> reopen(Viewer viewer, @PathVariable UUID id, @PathVariable UUID sid) {
        return movedOne(viewer, id, sid, Move.REOPEN);
    }

    @Post("/{sid}/deliver")
    @Operation(
            summary = "Tell a client that what they submitted is delivered",
            description = "The client accepts it, or goes on to choose in the next round. What is not submitted is a 409, "
                    + "selection-not-submitted.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OwnedSelectionBodies.View.class)))
    HttpResponse<?> deliver(Viewer viewer, @PathVariable UUID id, @PathVariable UUID sid) {
        return movedOne(viewer, id, sid, Move.DELIVER);
    }

    @Post("/close")
    @Operation(summary = "Take no more of all selections that are not accepted")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OwnedSelectionBodies.Moved.class)))
    HttpResponse<?> closeAll(Viewer viewer, @PathVariable UUID id) {
        return movedAll(viewer, id, Move.CLOSE);
    }

    @Post("/reopen")
    @Operation(summary = "Let all clients choose again whose selections are not accepted")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OwnedSelectionBodies.Moved.class)))
    HttpResponse<?> reopenAll(Viewer viewer, @PathVariable UUID id) {
        return movedAll(viewer, id, Move.REOPEN);
    }

    @Post("/deliver")
    @Operation(summary = "Tell all clients who have submitted that it is delivered")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OwnedSelectionBodies.Moved.class)))
    HttpResponse<?> deliverAll(Viewer viewer, @PathVariable UUID id) {
        return movedAll(viewer, id, Move.DELIVER);
    }

    private HttpResponse<?> movedOne(Viewer viewer, UUID id, UUID sid, Move move) {
        moveSelections.handle(viewer, new MoveSelections.Command(new ShareId(id), Optional.of(new SelectionId(sid)), move));
        var shown = viewSelection.handle(viewer, new ViewClientSelection.Query(new ShareId(id), new SelectionId(sid)));
        return answers.changed(shown.selection().summary().selection().version(), OwnedSelectionBodies.View.of(shown));
    }

    private HttpResponse<?> movedAll(Viewer viewer, UUID id, Move move) {
        int changed = moveSelections.handle(viewer, new MoveSelections.Command(new ShareId(id), Optional.empty(), move));
        return answers.fresh(200, new OwnedSelectionBodies.Moved(changed));
    }
}
