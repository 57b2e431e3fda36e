package dev.albumen.rest.social;

import dev.albumen.application.social.ChangeComment;
import dev.albumen.application.social.DeleteComment;
import dev.albumen.application.social.LikeComment;
import dev.albumen.application.social.UnlikeComment;
import dev.albumen.application.social.ViewComment;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.social.CommentId;
import dev.albumen.rest.shared.IfMatch;
import dev.albumen.rest.shared.JsonAnswers;
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

/** Single comments. */
@Controller("/api/v1/comments/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Comments")
final class CommentsController {

    private final ViewComment viewComment;
    private final ChangeComment changeComment;
    private final DeleteComment deleteComment;
    private final LikeComment likeComment;
    private final UnlikeComment unlikeComment;
    private final JsonAnswers answers;

    CommentsController(
            ViewComment viewComment, ChangeComment changeComment, DeleteComment deleteComment, LikeComment likeComment,
            UnlikeComment unlikeComment, JsonAnswers answers) {
        this.viewComment = viewComment;
        this.changeComment = changeComment;
        this.deleteComment = deleteComment;
        this.likeComment = likeComment;
        this.unlikeComment = unlikeComment;
        this.answers = answers;
    }

    @Get
    @Operation(summary = "Read a comment")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CommentBodies.View.class)))
    HttpResponse<?> read(HttpRequest<?> request, Viewer viewer, @PathVariable UUID id) {
        var comment = CommentBodies.View.of(viewComment.handle(viewer, new ViewComment.Query(new CommentId(id))));
        return answers.one(request, comment.version(), comment);
    }

    @Patch
    @Consumes({MediaType.APPLICATION_JSON, StrictJsonReader.MERGE_PATCH})
    @Operation(summary = "Change what one has said")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CommentBodies.View.class)))
    HttpResponse<?> change(Viewer viewer, @PathVariable UUID id, IfMatch ifMatch, @Body CommentBodies.Patch body) {
        var command = new ChangeComment.Command(new CommentId(id), body.text(), ifMatch.version());
        var comment = CommentBodies.View.of(changeComment.handle(viewer, command));
        return answers.changed(comment.version(), comment);
    }

    @Delete
    @Status(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Delete a comment for good",
            description = "By its author, whose thing it is about, or a moderator. Neither its text nor its author is kept.")
    void delete(Viewer viewer, @PathVariable UUID id, IfMatch ifMatch) {
        deleteComment.handle(viewer, new DeleteComment.Command(new CommentId(id), ifMatch.version()));
    }

    @Put("/like")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Like a comment")
    void like(Viewer viewer, @PathVariable UUID id) {
        likeComment.handle(viewer, new LikeComment.Command(new CommentId(id)));
    }

    @Delete("/like")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Like a comment no longer")
    void unlike(Viewer viewer, @PathVariable UUID id) {
        unlikeComment.handle(viewer, new UnlikeComment.Command(new CommentId(id)));
    }
}
