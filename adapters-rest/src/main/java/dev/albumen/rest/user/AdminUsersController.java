package dev.albumen.rest.user;

import dev.albumen.application.user.ChangeUser;
import dev.albumen.application.user.CloseUser;
import dev.albumen.application.user.CreateUser;
import dev.albumen.application.user.FindUser;
import dev.albumen.application.user.ListUsers;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.User;
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

/** Everybody's accounts, for admins. */
@Controller("/api/v1/admin/users")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Administration")
final class AdminUsersController {

    private final ListUsers listUsers;
    private final CreateUser createUser;
    private final FindUser findUser;
    private final ChangeUser changeUser;
    private final CloseUser closeUser;
    private final Lists lists;
    private final JsonAnswers answers;

    AdminUsersController(
            ListUsers listUsers, CreateUser createUser, FindUser findUser, ChangeUser changeUser, CloseUser closeUser, Lists lists,
            JsonAnswers answers) {
        this.listUsers = listUsers;
        this.createUser = createUser;
        this.findUser = findUser;
        this.changeUser = changeUser;
        this.closeUser = closeUser;
        this.lists = lists;
        this.answers = answers;
    }

    @Get("{?q}")
    @Operation(summary = "List accounts", description = "The newest first; `q` is part of a username, e-mail address or display name.")
    HttpResponse<?> list(Viewer viewer, @RequestBean PageQuery page, @QueryValue @Nullable String q) {
        var found = listUsers.handle(viewer, new ListUsers.Query(q == null ? "" : q, lists.page(page, viewer)));
        return lists.answer(page, viewer, found.map(UserBodies.View::of));
    }

    @Post
    @Operation(summary = "Make an account")
    @ApiResponse(responseCode = "201", description = "The account", content = @Content(schema = @Schema(implementation = UserBodies.View.class)))
    HttpResponse<?> create(Viewer viewer, Repeatable once, @Body UserBodies.Create body) {
        Role role = body.role() == null ? Role.USER : body.role();
        var command = new CreateUser.Command(body.account(), role, body.quotaBytes());
        return once.answer(viewer, body, User.class, () -> createUser.handle(viewer, command), user ->
                answers.created(URI.create("/api/v1/admin/users/" + user.id()), user.version(), UserBodies.View.of(user)));
    }

    @Get("/{id}")
    @Operation(summary = "Read an account")
    @ApiResponse(responseCode = "200", description = "The account", content = @Content(schema = @Schema(implementation = UserBodies.View.class)))
    HttpResponse<?> find(HttpRequest<?> request, Viewer viewer, @PathVariable UUID id) {
        User user = findUser.handle(viewer, new FindUser.Query(new UserId(id)));
        return answers.one(request, user.version(), UserBodies.View.of(user));
    }

    @Patch("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, StrictJsonReader.MERGE_PATCH})
    @Operation(summary = "Change an account", description = "Nobody is raised to or above the level of who asks, nor changed at it.")
    @ApiResponse(responseCode = "200", description = "The account", content = @Content(schema = @Schema(implementation = UserBodies.View.class)))
    HttpResponse<?> change(Viewer viewer, IfMatch ifMatch, @PathVariable UUID id, @Body UserBodies.Patch body) {
        User user = changeUser.handle(viewer, new ChangeUser.Command(
                new UserId(id), body.changes(), body.restores(), body.password(), ifMatch.version().orElse(null)));
        return answers.changed(user.version(), UserBodies.View.of(user));
    }

    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Close an account", description = "It is deleted after seven days, unless `deletionDueAt` is cleared before.")
    void close(Viewer viewer, IfMatch ifMatch, @PathVariable UUID id) {
        closeUser.handle(viewer, new CloseUser.Command(new UserId(id), ifMatch.version().orElse(null)));
    }
}
