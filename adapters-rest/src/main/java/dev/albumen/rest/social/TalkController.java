package dev.albumen.rest.social;

import dev.albumen.application.social.CommentView;
import dev.albumen.application.social.CommentViews;
import dev.albumen.application.social.ListComments;
import dev.albumen.application.social.WriteComment;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.social.CommentId;
import dev.albumen.domain.social.Subject;
import dev.albumen.rest.shared.JsonAnswers;
import dev.albumen.rest.shared.Lists;
import dev.albumen.rest.shared.PageQuery;
import dev.albumen.rest.shared.Repeatable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
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

/** What people say of images and albums. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Comments")
final class TalkController {

    private static final String LISTED = "Everything by default, each thread's first comment before its answers; with `parent` the answers "
            + "to one comment. A deleted comment that was answered keeps its place, without text or name.";
    private static final String WRITTEN = "Whoever has an account and sees the thing may comment on it, unless its owner has blocked them. An "
            + "answer to an answer goes into the same thread. Those who are named (`@ada`) are told, if they see the thing.";

    private final ListComments listComments;
    private final WriteComment writeComment;
    private final Lists lists;
    private final JsonAnswers answers;

    TalkController(ListComments listComments, WriteComment writeComment, Lists lists, JsonAnswers answers) {
        this.listComments = listComments;
        this.writeComment = writeComment;
        this.lists = lists;
        this.answers = answers;
    }

    @Get("/images/{id}/comments{?parent,sort}")
    @Operation(summary = "List the comments on an image", description = LISTED)
    HttpResponse<?> ofImage(
            Viewer viewer, @PathVariable UUID id, @RequestBean PageQuery page, @QueryValue @Nullable UUID parent,
            @QueryValue @Nullable @Schema(description = "createdAt, which is the default, or -createdAt") String sort) {
        return list(viewer, new Subject.OfImage(new ImageId(id)), page, parent, sort);
    }

    @Get("/albums/{id}/comments{?parent,sort}")
    @Operation(summary = "List the comments on an album", description = LISTED)
    HttpResponse<?> ofAlbum(
            Viewer viewer, @PathVariable UUID id, @RequestBean PageQuery page, @QueryValue @Nullable UUID parent,
            @QueryValue @Nullable @Schema(description = "createdAt, which is the default, or -createdAt") String sort) {
        return list(viewer, new Subject.OfAlbum(new AlbumId(id)), page, parent, sort);
    }

    @Post("/images/{id}/comments")
    @Operation(summary = "Comment on an image", description = WRITTEN)
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = CommentBodies.View.class)))
    HttpResponse<?> onImage(Viewer viewer, Repeatable once, @PathVariable UUID id, @Body CommentBodies.Create body) {
        return write(viewer, once, new Subject.OfImage(new ImageId(id)), body);
    }

    @Post("/albums/{id}/comments")
    @Operation(summary = "Comment on an album", description = WRITTEN)
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = CommentBodies.View.class)))
    HttpResponse<?> onAlbum(Viewer viewer, Repeatable once, @PathVariable UUID id, @Body CommentBodies.Create body) {
        return write(viewer, once, new Subject.OfAlbum(new AlbumId(id)), body);
    }

    private HttpResponse<?> list(Viewer viewer, Subject subject, PageQuery page, @Nullable UUID parent, @Nullable String sort) {
        var search = new CommentViews.Search(subject, parent == null ? null : new CommentId(parent), newestFirst(sort));
        var found = listComments.handle(viewer, new ListComments.Query(search, lists.page(page, viewer)));
        return lists.answer(page, viewer, found.map(CommentBodies.View::of));
    }

    private HttpResponse<?> write(Viewer viewer, Repeatable once, Subject subject, CommentBodies.Create body) {
        var command = new WriteComment.Command(subject, body.parent(), body.body());
        return once.answer(viewer, body, CommentView.class, () -> writeComment.handle(viewer, command), comment -> {
            var made = CommentBodies.View.of(comment);
            return answers.created(URI.create("/api/v1/comments/" + made.id()), made.version(), made);
        });
    }

    static boolean newestFirst(@Nullable String sort) {
        return switch (sort) {
            case null -> false;
            case "createdAt" -> false;
            case "-createdAt" -> true;
            default -> throw Refusal.invalid("sort", "unknown-value", "Expected createdAt or -createdAt.");
        };
    }
}
