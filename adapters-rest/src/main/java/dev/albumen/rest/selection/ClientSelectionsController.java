package dev.albumen.rest.selection;

import dev.albumen.application.selection.AnswerDelivery;
import dev.albumen.application.selection.AnswerDelivery.Answer;
import dev.albumen.application.selection.ChangeSelection;
import dev.albumen.application.selection.ClientSelection;
import dev.albumen.application.selection.StartSelection;
import dev.albumen.application.selection.SubmitSelection;
import dev.albumen.application.selection.ViewSelection;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.shared.ClientAddress;
import dev.albumen.rest.shared.JsonAnswers;
import dev.albumen.rest.shared.StrictJsonReader;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Selections, for the clients who hold a link. Nothing of it is kept by caches. */
@Controller("/api/v1/public/shares/{token}/selections")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Public shares")
final class ClientSelectionsController {

    private final StartSelection startSelection;
    private final ViewSelection viewSelection;
    private final ChangeSelection changeSelection;
    private final SubmitSelection submitSelection;
    private final AnswerDelivery answerDelivery;
    private final JsonAnswers answers;

    ClientSelectionsController(
            StartSelection startSelection, ViewSelection viewSelection, ChangeSelection changeSelection,
            SubmitSelection submitSelection, AnswerDelivery answerDelivery, JsonAnswers answers) {
        this.startSelection = startSelection;
        this.viewSelection = viewSelection;
        this.changeSelection = changeSelection;
        this.submitSelection = submitSelection;
        this.answerDelivery = answerDelivery;
        this.answers = answers;
    }

    @Post
    @Operation(
            summary = "Start a selection",
            description = "The token resumes it for 30 days after its last use, as a bearer token or as the cookie that comes along. "
                    + "Through a link with a password it says too that its holder knows the password. What the owner wants to know and "
                    + "is not told is a 422, contact-required.")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = SelectionBodies.View.class)))
    HttpResponse<?> start(
            HttpRequest<?> request, Viewer viewer, ClientAddress address, @PathVariable String token,
            @Body SelectionBodies.@Nullable Start body) {
        var said = body == null ? SelectionBodies.Start.NOTHING : body;
        var started = startSelection.handle(viewer, new StartSelection.Command(
                ResumeCookie.knock(request, token), said.name(), said.email(), said.phone(), said.note(), address.value()));
        var answer = answers.fresh(201, SelectionBodies.View.of(started))
                .header("Location", "/api/v1/public/shares/" + token + "/selections/me");
        return ResumeCookie.added(answer, request, token, started.token());
    }

    @Get("/me")
    @Operation(summary = "Read one's selection")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SelectionBodies.View.class)))
    HttpResponse<?> read(HttpRequest<?> request, Viewer viewer, @PathVariable String token) {
        return shown(viewSelection.handle(viewer, new ViewSelection.Query(ResumeCookie.knock(request, token))));
    }

    @Patch("/me")
    @Consumes({MediaType.APPLICATION_JSON, StrictJsonReader.MERGE_PATCH})
    @Operation(summary = "Change who one is, for the link's owner")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SelectionBodies.View.class)))
    HttpResponse<?> change(HttpRequest<?> request, Viewer viewer, @PathVariable String token, @Body SelectionBodies.Patch body) {
        return shown(changeSelection.handle(
                viewer, new ChangeSelection.Command(ResumeCookie.knock(request, token), body.contact())));
    }

    @Post("/me/submit")
    @Operation(summary = "Hand one's selection to the link's owner, who is told of it")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SelectionBodies.View.class)))
    HttpResponse<?> submit(
            HttpRequest<?> request, Viewer viewer, @PathVariable String token, @Body SelectionBodies.@Nullable Submit body) {
        return shown(submitSelection.handle(viewer, new SubmitSelection.Command(
                ResumeCookie.knock(request, token), body == null ? null : body.note())));
    }

    @Post("/me/accept")
    @Operation(summary = "Be content with what was delivered")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SelectionBodies.View.class)))
    HttpResponse<?> accept(HttpRequest<?> request, Viewer viewer, @PathVariable String token) {
        return answered(request, viewer, token, Answer.ACCEPT);
    }

    @Post("/me/continue")
    @Operation(summary = "Choose on after a delivery, in the next round, from what was chosen so far")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SelectionBodies.View.class)))
    HttpResponse<?> goOn(HttpRequest<?> request, Viewer viewer, @PathVariable String token) {
        return answered(request, viewer, token, Answer.GO_ON);
    }

    private HttpResponse<?> answered(HttpRequest<?> request, Viewer viewer, String token, Answer answer) {
        return shown(answerDelivery.handle(viewer, new AnswerDelivery.Command(ResumeCookie.knock(request, token), answer)));
    }

    private HttpResponse<?> shown(ClientSelection selection) {
        return answers.fresh(200, SelectionBodies.View.of(selection));
    }
}
