package dev.albumen.rest.social;

import dev.albumen.application.share.Knock;
import dev.albumen.application.social.ChangeGuestComment;
import dev.albumen.application.social.CommentAsGuest;
import dev.albumen.application.social.DeleteGuestComment;
import dev.albumen.application.social.ListSharedComments;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.social.CommentId;
import dev.albumen.rest.share.Guests;
import dev.albumen.rest.share.UnlockCookie;
import dev.albumen.rest.shared.IfMatch;
import dev.albumen.rest.shared.JsonAnswers;
import dev.albumen.rest.shared.Lists;
import dev.albumen.rest.shared.PageQuery;
import dev.albumen.rest.shared.Repeatable;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What those say who come by a link that lets them. Nothing of it is kept by caches. */
@Controller("/api/v1/public/shares/{token}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Public shares")
final class GuestCommentsController {

    private static final String TOKEN = "Comment-Token";
    private static final String LISTED = "Where the link has `allowComments`, else 403. Everything that everybody sees, without accounts: "
            + "authors by the names that they show. `parent` gives the answers to one comment.";
    private static final String WRITTEN = "Where the link has `allowComments`, else 403. The answer's `token`, sent as `Comment-Token`, changes "
            + "and deletes the comment; it is told this once. At most 10 in five minutes from one address.";

    private final ListSharedComments listComments;
    private final CommentAsGuest commentAsGuest;
    private final ChangeGuestComment changeComment;
    private final DeleteGuestComment deleteComment;
    private final Guests guests;
    private final Lists lists;
    private final JsonAnswers answers;

    GuestCommentsController(
            ListSharedComments listComments, CommentAsGuest commentAsGuest, ChangeGuestComment changeComment,
            DeleteGuestComment deleteComment, Guests guests, Lists lists, JsonAnswers answers) {
        this.listComments = listComments;
        this.commentAsGuest = commentAsGuest;
        this.changeComment = changeComment;
        this.deleteComment = deleteComment;
        this.guests = guests;
        this.lists = lists;
        this.answers = answers;
    }

    @Get("/comments{?parent,sort}")
    @Operation(summary = "List the comments on what a link is to", description = LISTED)
    HttpResponse<?> list(
            HttpRequest<?> request, Viewer viewer, @PathVariable String token, @RequestBean PageQuery page,
            @QueryValue @Nullable UUID parent, @QueryValue @Nullable @Schema(description = "createdAt or -createdAt") String sort) {
        return list(viewer, knock(request, token), null, page, parent, sort);
    }

    @Get("/images/{id}/comments{?parent,sort}")
    @Operation(summary = "List the comments on an image of a link", description = LISTED)
    HttpResponse<?> ofImage(
            HttpRequest<?> request, Viewer viewer, @PathVariable String token, @PathVariable UUID id, @RequestBean PageQuery page,
            @QueryValue @Nullable UUID parent, @QueryValue @Nullable @Schema(description = "createdAt or -createdAt") String sort) {
        return list(viewer, knock(request, token), new ImageId(id), page, parent, sort);
    }

    @Post("/comments")
    @Operation(summary = "Comment on what a link is to", description = WRITTEN)
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = GuestCommentBodies.Made.class)))
    HttpResponse<?> write(
            HttpRequest<?> request, Viewer viewer, Repeatable once, @PathVariable String token, @Body GuestCommentBodies.Create body) {
        return write(request, viewer, once, token, null, body);
    }

    @Post("/images/{id}/comments")
    @Operation(summary = "Comment on an image of a link", description = WRITTEN)
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = GuestCommentBodies.Made.class)))
    HttpResponse<?> onImage(
            HttpRequest<?> request, Viewer viewer, Repeatable once, @PathVariable String token, @PathVariable UUID id,
            @Body GuestCommentBodies.Create body) {
        return write(request, viewer, once, token, new ImageId(id), body);
    }

    @Patch("/comments/{id}")
    @Consumes({MediaType.APPLICATION_JSON, StrictJsonReader.MERGE_PATCH})
    @Operation(summary = "Change what one has said as a guest")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = GuestCommentBodies.View.class)))
    HttpResponse<?> change(
            HttpRequest<?> request, Viewer viewer, @PathVariable String token, @PathVariable UUID id, @Header(TOKEN) @Nullable String own,
            IfMatch ifMatch, @Body CommentBodies.Patch body) {
        var command = new ChangeGuestComment.Command(
                knock(request, token), new CommentId(id), own == null ? "" : own, body.text(), ifMatch.version());
        var comment = GuestCommentBodies.View.of(changeComment.handle(viewer, command));
        return answers.changed(comment.version(), comment).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @Delete("/comments/{id}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete what one has said as a guest")
    void delete(
            HttpRequest<?> request, Viewer viewer, @PathVariable String token, @PathVariable UUID id, @Header(TOKEN) @Nullable String own,
            IfMatch ifMatch) {
        deleteComment.handle(viewer, new DeleteGuestComment.Command(
                knock(request, token), new CommentId(id), own == null ? "" : own, ifMatch.version()));
    }

    private HttpResponse<?> list(
            Viewer viewer, Knock knock, @Nullable ImageId image, PageQuery page, @Nullable UUID parent, @Nullable String sort) {
        var query = new ListSharedComments.Query(knock, image, parent == null ? null : new CommentId(parent),
                TalkController.newestFirst(sort), lists.page(page, Viewer.ANONYMOUS));
        return lists.fresh(page, Viewer.ANONYMOUS, listComments.handle(viewer, query).map(GuestCommentBodies.View::of));
    }

    private HttpResponse<?> write(
            HttpRequest<?> request, Viewer viewer, Repeatable once, String token, @Nullable ImageId image, GuestCommentBodies.Create body) {
        var command = new CommentAsGuest.Command(
                knock(request, token), image, body.parent(), body.name(), body.body(), guests.of(request).address());
        return once.answer(viewer, body, CommentAsGuest.Made.class, () -> commentAsGuest.handle(viewer, command),
                made -> answers.fresh(201, GuestCommentBodies.Made.of(made)));
    }

    private static Knock knock(HttpRequest<?> request, String token) {
        return UnlockCookie.knock(request, token);
    }
}
