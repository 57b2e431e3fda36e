package dev.albumen.rest.album;

import dev.albumen.application.album.ListMembers;
import dev.albumen.application.album.RemoveMember;
import dev.albumen.application.album.SetMember;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.UserId;
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

/** The named users of an album. */
@Controller("/api/v1/albums/{id}/members")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Albums")
final class AlbumMembersController {

    private final ListMembers listMembers;
    private final SetMember setMember;
    private final RemoveMember removeMember;
    private final JsonAnswers answers;

    AlbumMembersController(ListMembers listMembers, SetMember setMember, RemoveMember removeMember, JsonAnswers answers) {
        this.listMembers = listMembers;
        this.setMember = setMember;
        this.removeMember = removeMember;
        this.answers = answers;
    }

    @Get
    @Operation(summary = "List an album's members, all at once")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AlbumBodies.Members.class)))
    HttpResponse<?> list(HttpRequest<?> request, Viewer viewer, @PathVariable UUID id) {
        var members = listMembers.handle(viewer, new ListMembers.Query(new AlbumId(id)));
        return answers.revalidated(request, new AlbumBodies.Members(members.stream().map(AlbumBodies.MemberView::of).toList(), null));
    }

    @Put("/{userId}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Make a user a member of an album, or change their role")
    void put(Viewer viewer, @PathVariable UUID id, @PathVariable UUID userId, @Body AlbumBodies.Role body) {
        setMember.handle(viewer, new SetMember.Command(new AlbumId(id), new UserId(userId), body.role()));
    }

    @Delete("/{userId}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "End a membership")
    void remove(Viewer viewer, @PathVariable UUID id, @PathVariable UUID userId) {
        removeMember.handle(viewer, new RemoveMember.Command(new AlbumId(id), new UserId(userId)));
    }
}
