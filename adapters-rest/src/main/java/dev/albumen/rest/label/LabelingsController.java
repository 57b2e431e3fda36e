package dev.albumen.rest.label;

import dev.albumen.application.label.CancelLabeling;
import dev.albumen.application.label.EstimateLabeling;
import dev.albumen.application.label.LabelRun;
import dev.albumen.application.label.ReadLabeling;
import dev.albumen.application.label.StartLabeling;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.shared.JsonAnswers;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Labelling of many images. */
@Controller("/api/v1/labelings")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Labels")
final class LabelingsController {

    private final EstimateLabeling estimateLabeling;
    private final StartLabeling startLabeling;
    private final ReadLabeling readLabeling;
    private final CancelLabeling cancelLabeling;
    private final JsonAnswers answers;

    LabelingsController(
            EstimateLabeling estimateLabeling, StartLabeling startLabeling, ReadLabeling readLabeling, CancelLabeling cancelLabeling,
            JsonAnswers answers) {
        this.estimateLabeling = estimateLabeling;
        this.startLabeling = startLabeling;
        this.readLabeling = readLabeling;
        this.cancelLabeling = cancelLabeling;
        this.answers = answers;
    }

    @Get("/estimate{?of,again}")
    @Operation(summary = "Ask what labelling many images would cost", description = "Images that the same model has labelled count only with `again`.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LabelBodies.Estimate.class)))
    HttpResponse<?> estimate(
            Viewer viewer,
            @QueryValue @Nullable @Schema(description = "own, which is the default, or instance, for admins") String of,
            @QueryValue @Nullable Boolean again) {
        var query = new EstimateLabeling.Query(LabelBodies.scope("of", of), again != null && again);
        return answers.fresh(200, LabelBodies.Estimate.of(estimateLabeling.handle(viewer, query)));
    }

    @Post
    @Operation(summary = "Have many images labelled", description = """
            It runs beside other jobs, goes on after a restart, and waits for the next day where the budget is spent. One of the \
            same images that is under way goes on; 409 where that one was started in another way.""")
    @ApiResponse(responseCode = "202", description = "It has begun", content = @Content(schema = @Schema(implementation = LabelBodies.Run.class)))
    HttpResponse<?> start(Viewer viewer, @Body LabelBodies.Start body) {
        LabelRun run = startLabeling.handle(viewer, new StartLabeling.Command(body.scope(), body.isAgain()));
        return answers.fresh(202, LabelBodies.Run.of(run)).header(HttpHeaders.LOCATION, "/api/v1/labelings/" + run.id());
    }

    @Get("/{id}")
    @Operation(summary = "Read how far a labelling of many images has come")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LabelBodies.Run.class)))
    HttpResponse<?> read(Viewer viewer, @PathVariable UUID id) {
        return answers.fresh(200, LabelBodies.Run.of(readLabeling.handle(viewer, new ReadLabeling.Query(id))));
    }

    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "End a labelling of many images", description = "What it has labelled stays so. One that is over stays as it ended.")
    void cancel(Viewer viewer, @PathVariable UUID id) {
        cancelLabeling.handle(viewer, new CancelLabeling.Command(id));
    }
}
