package dev.albumen.rest.moving;

import dev.albumen.application.moving.ReadStorageMove;
import dev.albumen.application.moving.StartStorageMove;
import dev.albumen.application.moving.SteerStorageMove;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.shared.JsonAnswers;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** The move of the storage, for superadmins. */
@Controller("/api/v1/admin/storage/migration")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Administration")
final class AdminMigrationController {

    private final ReadStorageMove readStorageMove;
    private final StartStorageMove startStorageMove;
    private final SteerStorageMove steerStorageMove;
    private final JsonAnswers answers;

    AdminMigrationController(
            ReadStorageMove readStorageMove, StartStorageMove startStorageMove, SteerStorageMove steerStorageMove, JsonAnswers answers) {
        this.readStorageMove = readStorageMove;
        this.startStorageMove = startStorageMove;
        this.steerStorageMove = steerStorageMove;
        this.answers = answers;
    }

    @Get
    @Operation(summary = "Read how far the latest move of the storage has come")
    @ApiResponse(responseCode = "200", description = "The move", content = @Content(schema = @Schema(implementation = MigrationBodies.State.class)))
    HttpResponse<?> read(Viewer viewer) {
        return answers.fresh(200, state(viewer));
    }

    @Post
    @Operation(summary = "Move the storage, or steer its move", description = """
            `start` has every blob moved to the place `to` while everything is in use: each is copied, read back and compared by \
            its SHA-256, kept in the old place for a while, and then deleted there. Both places have to be named by the settings of \
            every node. Started again, one that is under way to the same place goes on with the new rate. `pause` and `resume` stop it and \
            have it go on; `reverse` brings everything back from wherever it is. 409 where there is no move to steer, one goes \
            the other way, or a place is not configured.""")
    @ApiResponse(responseCode = "202", description = "So it goes on", content = @Content(schema = @Schema(implementation = MigrationBodies.State.class)))
    HttpResponse<?> act(Viewer viewer, @Body MigrationBodies.Action body) {
        switch (String.valueOf(body.action())) {
            case "start" -> startStorageMove.handle(viewer, new StartStorageMove.Command(body.place(), body.manner()));
            case "pause" -> steer(viewer, SteerStorageMove.Action.PAUSE);
            case "resume" -> steer(viewer, SteerStorageMove.Action.RESUME);
            case "reverse" -> steer(viewer, SteerStorageMove.Action.REVERSE);
            default -> throw Refusal.invalid("/action", "unknown-action", "This is start, pause, resume or reverse.");
        }
        return answers.fresh(202, state(viewer)).header(HttpHeaders.LOCATION, "/api/v1/admin/storage/migration");
    }

    private void steer(Viewer viewer, SteerStorageMove.Action action) {
        steerStorageMove.handle(viewer, new SteerStorageMove.Command(action));
    }

    private MigrationBodies.State state(Viewer viewer) {
        return new MigrationBodies.State(readStorageMove.handle(viewer).map(MigrationBodies.Migration::of).orElse(null));
    }
}
