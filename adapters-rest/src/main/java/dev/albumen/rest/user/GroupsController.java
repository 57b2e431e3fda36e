package dev.albumen.rest.user;

import dev.albumen.application.user.CreateGroup;
import dev.albumen.application.user.DeleteGroup;
import dev.albumen.application.user.ListGroups;
import dev.albumen.application.user.RenameGroup;
import dev.albumen.application.user.ViewGroup;
import dev.albumen.domain.shared.GroupId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.Group;
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

/** Groups of users. */
@Controller("/api/v1/groups")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Groups")
final class GroupsController {

    private final CreateGroup createGroup;
    private final ListGroups listGroups;
    private final ViewGroup viewGroup;
    private final RenameGroup renameGroup;
    private final DeleteGroup deleteGroup;
    private final Lists lists;
    private final JsonAnswers answers;

    GroupsController(
            CreateGroup createGroup, ListGroups listGroups, ViewGroup viewGroup, RenameGroup renameGroup, DeleteGroup deleteGroup,
            Lists lists, JsonAnswers answers) {
        this.createGroup = createGroup;
        this.listGroups = listGroups;
        this.viewGroup = viewGroup;
        this.renameGroup = renameGroup;
        this.deleteGroup = deleteGroup;
        this.lists = lists;
        this.answers = answers;
    }

    @Post
    @Operation(summary = "Make a group of users", description = "Its owner's albums can have it among their groups.")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = GroupBodies.View.class)))
    HttpResponse<?> create(Viewer viewer, Repeatable once, @Body GroupBodies.Create body) {
        return once.answer(viewer, body, Group.class, () -> createGroup.handle(viewer, new CreateGroup.Command(body.name())), group -> {
            var made = GroupBodies.View.of(group);
            return answers.created(URI.create("/api/v1/groups/" + made.id()), made.version(), made);
        });
    }

    @Get
    @Operation(summary = "List the groups that one has made or is in")
    HttpResponse<?> list(Viewer viewer, @RequestBean PageQuery page) {
        var found = listGroups.handle(viewer, new ListGroups.Query(lists.page(page, viewer)));
        return lists.answer(page, viewer, found.map(GroupBodies.View::of));
    }

    @Get("/{id}")
    @Operation(summary = "Read a group")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = GroupBodies.View.class)))
    HttpResponse<?> read(HttpRequest<?> request, Viewer viewer, @PathVariable UUID id) {
        var group = GroupBodies.View.of(viewGroup.handle(viewer, new ViewGroup.Query(new GroupId(id))));
        return answers.one(request, group.version(), group);
    }

    @Patch("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, StrictJsonReader.MERGE_PATCH})
    @Operation(summary = "Rename a group")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = GroupBodies.View.class)))
    HttpResponse<?> rename(Viewer viewer, @PathVariable UUID id, IfMatch ifMatch, @Body GroupBodies.Patch body) {
        var group = GroupBodies.View.of(renameGroup.handle(
                viewer, new RenameGroup.Command(new GroupId(id), body.name(), ifMatch.version())));
        return answers.changed(group.version(), group);
    }

    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a group", description = "What its members saw through it alone, they see no longer.")
    void delete(Viewer viewer, @PathVariable UUID id, IfMatch ifMatch) {
        deleteGroup.handle(viewer, new DeleteGroup.Command(new GroupId(id), ifMatch.version()));
    }
}
