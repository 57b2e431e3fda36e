package dev.albumen.rest.user;

import dev.albumen.application.user.ListIdentities;
import dev.albumen.application.user.RemoveIdentity;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.shared.JsonAnswers;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** By which identities of providers one can sign in. */
@Controller("/api/v1/users/me/identities")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Identity")
final class OwnIdentitiesController {

    private final ListIdentities listIdentities;
    private final RemoveIdentity removeIdentity;
    private final JsonAnswers answers;

    OwnIdentitiesController(ListIdentities listIdentities, RemoveIdentity removeIdentity, JsonAnswers answers) {
        this.listIdentities = listIdentities;
        this.removeIdentity = removeIdentity;
        this.answers = answers;
    }

    @Get
    @Operation(summary = "List the identities one signs in by", description = "One is added by beginning a sign-in while signed in.")
    @ApiResponse(responseCode = "200", description = "Identities",
            content = @Content(schema = @Schema(implementation = ProviderBodies.Identities.class)))
    HttpResponse<?> list(HttpRequest<?> request, Viewer viewer) {
        return answers.revalidated(request, ProviderBodies.Identities.of(listIdentities.handle(viewer)));
    }

    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take an identity off one's account",
            description = "It opens nothing any more, and every session but this one ends. Keep another way to sign in: an admin can set a password.")
    void remove(Viewer viewer, @PathVariable String id) {
        removeIdentity.handle(viewer, new RemoveIdentity.Command(id));
    }
}
