package dev.albumen.rest.user;

import dev.albumen.application.user.ChangeOwnAccount;
import dev.albumen.application.user.ChangeOwnPassword;
import dev.albumen.application.user.CloseOwnAccount;
import dev.albumen.application.user.FindOwnAccount;
import dev.albumen.application.user.ReportUsage;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.User;
import dev.albumen.rest.shared.ClientAddress;
import dev.albumen.rest.shared.IfMatch;
import dev.albumen.rest.shared.JsonAnswers;
import dev.albumen.rest.shared.StrictJsonReader;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One's own account. */
@Controller("/api/v1/users/me")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Identity")
final class OwnAccountController {

    private final FindOwnAccount findOwnAccount;
    private final ChangeOwnAccount changeOwnAccount;
    private final CloseOwnAccount closeOwnAccount;
    private final ChangeOwnPassword changeOwnPassword;
    private final ReportUsage reportUsage;
    private final SignedInAnswers tokens;
    private final JsonAnswers answers;

    OwnAccountController(
            FindOwnAccount findOwnAccount, ChangeOwnAccount changeOwnAccount, CloseOwnAccount closeOwnAccount,
            ChangeOwnPassword changeOwnPassword, ReportUsage reportUsage, SignedInAnswers tokens, JsonAnswers answers) {
        this.findOwnAccount = findOwnAccount;
        this.changeOwnAccount = changeOwnAccount;
        this.closeOwnAccount = closeOwnAccount;
        this.changeOwnPassword = changeOwnPassword;
        this.reportUsage = reportUsage;
        this.tokens = tokens;
        this.answers = answers;
    }

    @Get
    @Operation(summary = "Read one's own account")
    @ApiResponse(responseCode = "200", description = "The account", content = @Content(schema = @Schema(implementation = UserBodies.View.class)))
    HttpResponse<?> find(HttpRequest<?> request, Viewer viewer) {
        User user = findOwnAccount.handle(viewer);
        return answers.one(request, user.version(), UserBodies.View.of(user));
    }

    @Patch
    @Consumes({MediaType.APPLICATION_JSON, StrictJsonReader.MERGE_PATCH})
    @Operation(summary = "Change one's own account", description = "A cleared display name becomes the username.")
    @ApiResponse(responseCode = "200", description = "The account", content = @Content(schema = @Schema(implementation = UserBodies.View.class)))
    HttpResponse<?> change(Viewer viewer, IfMatch ifMatch, @Body UserBodies.OwnPatch body) {
        User user = changeOwnAccount.handle(
                viewer, new ChangeOwnAccount.Command(body.email(), body.displayName(), ifMatch.version().orElse(null)));
        return answers.changed(user.version(), UserBodies.View.of(user));
    }

    @Delete
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Close one's own account",
            description = "It is shut at once and deleted with all it holds after seven days. Until then an admin can restore it.")
    void close(Viewer viewer, IfMatch ifMatch) {
        closeOwnAccount.handle(viewer, new CloseOwnAccount.Command(ifMatch.version().orElse(null)));
    }

    @Put("/password")
    @Operation(summary = "Replace one's password", description = "Every session ends at once, this one too: the answer holds the tokens of a new one.")
    @ApiResponse(responseCode = "200", description = "Tokens", content = @Content(schema = @Schema(implementation = AuthBodies.Tokens.class)))
    HttpResponse<?> changePassword(
            Viewer viewer, ClientAddress address, @Header(HttpHeaders.USER_AGENT) @Nullable String client,
            @Body AuthBodies.PasswordChange body) {
        return tokens.answer(changeOwnPassword.handle(
                viewer, new ChangeOwnPassword.Command(body.currentPassword(), body.newPassword(), address.value(), client)));
    }

    @Get("/usage")
    @Operation(summary = "Read how much one stores")
    @ApiResponse(responseCode = "200", description = "Quota, bytes and counts", content = @Content(schema = @Schema(implementation = UserBodies.UsageView.class)))
    HttpResponse<?> usage(HttpRequest<?> request, Viewer viewer) {
        return answers.revalidated(request, UserBodies.UsageView.of(reportUsage.handle(viewer)));
    }
}
