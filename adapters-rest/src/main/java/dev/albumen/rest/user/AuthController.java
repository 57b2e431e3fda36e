package dev.albumen.rest.user;

import dev.albumen.application.user.RefreshSession;
import dev.albumen.application.user.Register;
import dev.albumen.application.user.SignIn;
import dev.albumen.application.user.SignOut;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.User;
import dev.albumen.rest.shared.ClientAddress;
import dev.albumen.rest.shared.JsonAnswers;
import dev.albumen.rest.shared.Repeatable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where people come in and go out. */
@Controller("/api/v1/auth")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Identity")
final class AuthController {

    private final Register register;
    private final SignIn signIn;
    private final RefreshSession refreshSession;
    private final SignOut signOut;
    private final SignedInAnswers tokens;
    private final JsonAnswers answers;

    AuthController(
            Register register, SignIn signIn, RefreshSession refreshSession, SignOut signOut, SignedInAnswers tokens, JsonAnswers answers) {
        this.register = register;
        this.signIn = signIn;
        this.refreshSession = refreshSession;
        this.signOut = signOut;
        this.tokens = tokens;
        this.answers = answers;
    }

    @Post("/register")
    @Operation(summary = "Make an account of one's own", description = "Who may do this is the setting `albumen.registration`.")
    @ApiResponse(responseCode = "201", description = "The account", content = @Content(schema = @Schema(implementation = UserBodies.View.class)))
    HttpResponse<?> register(Viewer viewer, Repeatable once, ClientAddress address, @Body AuthBodies.Registration body) {
        var command = new Register.Command(body.account(), body.inviteCode(), address.value());
        return once.answer(viewer, body, User.class, () -> register.handle(viewer, command), user ->
                answers.created(URI.create("/api/v1/users/" + user.username()), user.version(), UserBodies.View.of(user)));
    }

    @Post("/login")
    @Operation(summary = "Sign in", description = "An unknown account and a wrong password look the same. Wrong guesses are throttled.")
    @ApiResponse(responseCode = "200", description = "Tokens", content = @Content(schema = @Schema(implementation = AuthBodies.Tokens.class)))
    HttpResponse<?> login(
            Viewer viewer, ClientAddress address, @Header(HttpHeaders.USER_AGENT) @Nullable String client, @Body AuthBodies.Login body) {
        return tokens.answer(signIn.handle(viewer, new SignIn.Command(body.login(), body.password(), address.value(), client)));
    }

    @Post("/refresh")
    @Operation(summary = "Trade a refresh token for the next tokens", description = "Bringing a spent token ends the session.")
    @ApiResponse(responseCode = "200", description = "Tokens", content = @Content(schema = @Schema(implementation = AuthBodies.Tokens.class)))
    HttpResponse<?> refresh(Viewer viewer, ClientAddress address, @Body AuthBodies.Refresh body) {
        return tokens.answer(refreshSession.handle(viewer, new RefreshSession.Command(body.refreshToken(), address.value())));
    }

    @Post("/logout")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Sign out", description = "Every token of the session is worth nothing from now on, on every node.")
    void logout(Viewer viewer) {
        signOut.handle(viewer);
    }
}
