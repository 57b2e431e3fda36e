package dev.albumen.rest.share;

import dev.albumen.application.share.ChangeShare;
import dev.albumen.application.share.CreateShare;
import dev.albumen.application.share.DeleteShare;
import dev.albumen.application.share.ListShares;
import dev.albumen.application.share.OwnedShare;
import dev.albumen.application.share.ShareViews;
import dev.albumen.application.share.ViewShare;
import dev.albumen.domain.share.ShareState;
import dev.albumen.domain.share.SharedResource;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.shared.IfMatch;
import dev.albumen.rest.shared.JsonAnswers;
import dev.albumen.rest.shared.Labels;
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

/** Share links, for those who make them. */
@Controller("/api/v1/shares")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Shares")
final class SharesController {

    private final CreateShare createShare;
    private final ViewShare viewShare;
    private final ChangeShare changeShare;
    private final DeleteShare deleteShare;
    private final ListShares listShares;
    private final ShareAddresses addresses;
    private final Lists lists;
    private final JsonAnswers answers;

    SharesController(
            CreateShare createShare, ViewShare viewShare, ChangeShare changeShare, DeleteShare deleteShare, ListShares listShares,
            ShareAddresses addresses, Lists lists, JsonAnswers answers) {
        this.createShare = createShare;
        this.viewShare = viewShare;
        this.changeShare = changeShare;
        this.deleteShare = deleteShare;
        this.listShares = listShares;
        this.addresses = addresses;
        this.lists = lists;
        this.answers = answers;
    }

    @Post
    @Operation(summary = "Make a link to an album or an image")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ShareBodies.View.class)))
    HttpResponse<?> create(HttpRequest<?> request, Viewer viewer, Repeatable once, @Body ShareBodies.Create body) {
        CreateShare.Command command = body.command();
        return once.answer(viewer, body, OwnedShare.class, () -> createShare.handle(viewer, command), made -> {
            var share = shown(request, made);
            return answers.created(URI.create("/api/v1/shares/" + share.id()), share.version(), share);
        });
    }

    @Get("{?resource,state,q}")
    @Operation(summary = "List one's links, newest first")
    HttpResponse<?> list(
            HttpRequest<?> request, Viewer viewer, @RequestBean PageQuery page,
            @QueryValue @Nullable @Schema(description = "album:<id>, project:<id> or image:<id>") String resource,
            @QueryValue @Nullable @Schema(description = "active, inactive, scheduled, expired or used-up") String state,
            @QueryValue @Nullable @Schema(description = "a part of the label") String q) {
        var search = new ShareViews.Search(resource(resource), Labels.read(ShareState.class, "state", state), q);
        var found = listShares.handle(viewer, new ListShares.Query(search, lists.page(page, viewer)));
        return lists.answer(page, viewer, found.map(share -> shown(request, share)));
    }

    @Get("/{id}")
    @Operation(summary = "Read a link")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ShareBodies.View.class)))
    HttpResponse<?> read(HttpRequest<?> request, Viewer viewer, @PathVariable UUID id) {
        var share = shown(request, viewShare.handle(viewer, new ViewShare.Query(new ShareId(id))));
        return answers.one(request, share.version(), share);
    }

    @Patch("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, StrictJsonReader.MERGE_PATCH})
    @Operation(summary = "Change a link, for those who hold it too")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ShareBodies.View.class)))
    HttpResponse<?> change(HttpRequest<?> request, Viewer viewer, @PathVariable UUID id, IfMatch ifMatch, @Body ShareBodies.Patch body) {
        var share = shown(request, changeShare.handle(viewer, body.command(new ShareId(id), ifMatch.version())));
        return answers.changed(share.version(), share);
    }

    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "End a link at once")
    void delete(Viewer viewer, @PathVariable UUID id, IfMatch ifMatch) {
        deleteShare.handle(viewer, new DeleteShare.Command(new ShareId(id), ifMatch.version()));
    }

    private ShareBodies.View shown(HttpRequest<?> request, OwnedShare share) {
        return ShareBodies.View.of(share, addresses.of(request, share));
    }

    /** Reads {@code album:<id>} or {@code image:<id>}. */
    private static @Nullable SharedResource resource(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            int colon = text.indexOf(':');
            var type = Labels.read(ShareBodies.ResourceType.class, "resource", text.substring(0, Math.max(0, colon)));
            return type == null ? null : ShareBodies.resource(type, UUID.fromString(text.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("resource", "malformed", "Expected album:<id>, project:<id> or image:<id>.");
        }
    }
}
