package dev.albumen.rest.user;

import dev.albumen.application.user.AddToGroup;
import dev.albumen.application.user.ListGroupMembers;
import dev.albumen.application.user.RemoveFromGroup;
import dev.albumen.domain.shared.GroupId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.shared.Lists;
import dev.albumen.rest.shared.PageQuery;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/** Who is in a group. */
@Controller("/api/v1/groups/{id}/members")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Groups")
final class GroupMembersController {

    private final ListGroupMembers listMembers;
    private final AddToGroup addToGroup;
    private final RemoveFromGroup removeFromGroup;
    private final Lists lists;

    GroupMembersController(ListGroupMembers listMembers, AddToGroup addToGroup, RemoveFromGroup removeFromGroup, Lists lists) {
        this.listMembers = listMembers;
        this.addToGroup = addToGroup;
        this.removeFromGroup = removeFromGroup;
        this.lists = lists;
    }

    @Get
    @Operation(summary = "List who is in a group", description = "For its owner; members are not told of each other.")
    HttpResponse<?> list(Viewer viewer, @PathVariable UUID id, @RequestBean PageQuery page) {
        var found = listMembers.handle(viewer, new ListGroupMembers.Query(new GroupId(id), lists.page(page, viewer)));
        return lists.answer(page, viewer, found.map(GroupBodies.Member::of));
    }

    @Put("/{userId}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Put a user into a group")
    void put(Viewer viewer, @PathVariable UUID id, @PathVariable UUID userId) {
        addToGroup.handle(viewer, new AddToGroup.Command(new GroupId(id), new UserId(userId)));
    }

    @Delete("/{userId}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a user out of a group", description = "Members can leave by themselves.")
    void remove(Viewer viewer, @PathVariable UUID id, @PathVariable UUID userId) {
        removeFromGroup.handle(viewer, new RemoveFromGroup.Command(new GroupId(id), new UserId(userId)));
    }
}
