package dev.albumen.rest.album;

import dev.albumen.application.album.ListAlbumGroups;
import dev.albumen.application.album.RemoveAlbumGroup;
import dev.albumen.application.album.SetAlbumGroup;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.GroupId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.shared.JsonAnswers;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/** The groups of users among an album's members. */
@Controller("/api/v1/albums/{id}/groups")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Albums")
final class AlbumGroupsController {

    private final ListAlbumGroups listGroups;
    private final SetAlbumGroup setGroup;
    private final RemoveAlbumGroup removeGroup;
    private final JsonAnswers answers;

    AlbumGroupsController(ListAlbumGroups listGroups, SetAlbumGroup setGroup, RemoveAlbumGroup removeGroup, JsonAnswers answers) {
        this.listGroups = listGroups;
        this.setGroup = setGroup;
        this.removeGroup = removeGroup;
        this.answers = answers;
    }

    @Get
    @Operation(summary = "List an album's groups, all at once")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AlbumBodies.Groups.class)))
    HttpResponse<?> list(HttpRequest<?> request, Viewer viewer, @PathVariable UUID id) {
        var groups = listGroups.handle(viewer, new ListAlbumGroups.Query(new AlbumId(id)));
        return answers.revalidated(request, new AlbumBodies.Groups(groups.stream().map(AlbumBodies.GroupView::of).toList(), null));
    }

    @Put("/{groupId}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Make all who are in a group members of an album, or change their role",
            description = "The group is one that the album's owner has made. Each is what is the most that anything makes them.")
    void put(Viewer viewer, @PathVariable UUID id, @PathVariable UUID groupId, @Body AlbumBodies.Role body) {
        setGroup.handle(viewer, new SetAlbumGroup.Command(new AlbumId(id), new GroupId(groupId), body.role()));
    }

    @Delete("/{groupId}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a group from an album")
    void remove(Viewer viewer, @PathVariable UUID id, @PathVariable UUID groupId) {
        removeGroup.handle(viewer, new RemoveAlbumGroup.Command(new AlbumId(id), new GroupId(groupId)));
    }
}
