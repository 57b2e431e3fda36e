package dev.albumen.rest.user;

import dev.albumen.application.user.ReadProfile;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.shared.JsonAnswers;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Who stands behind a username. */
@Controller("/api/v1/users")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Identity")
final class ProfileController {

    private final ReadProfile readProfile;
    private final JsonAnswers answers;

    ProfileController(ReadProfile readProfile, JsonAnswers answers) {
        this.readProfile = readProfile;
        this.answers = answers;
    }

    @Get("/{username}")
    @Operation(summary = "Read a public profile")
    @ApiResponse(responseCode = "200", description = "The profile", content = @Content(schema = @Schema(implementation = UserBodies.Profile.class)))
    HttpResponse<?> read(HttpRequest<?> request, Viewer viewer, @PathVariable String username) {
        return answers.revalidated(request, UserBodies.Profile.of(readProfile.handle(viewer, new ReadProfile.Query(username))));
    }
}
