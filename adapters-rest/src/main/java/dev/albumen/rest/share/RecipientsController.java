package dev.albumen.rest.share;

import dev.albumen.application.share.ChangeRecipient;
import dev.albumen.application.share.InviteRecipient;
import dev.albumen.application.share.ListRecipients;
import dev.albumen.application.share.OwnedRecipient;
import dev.albumen.application.share.RemoveRecipient;
import dev.albumen.application.share.ViewRecipient;
import dev.albumen.domain.share.RecipientId;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.Viewer;
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

/** To whom a link was given under their names. */
@Controller("/api/v1/shares/{id}/recipients")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Shares")
final class RecipientsController {

    private final InviteRecipient inviteRecipient;
    private final ListRecipients listRecipients;
    private final ViewRecipient viewRecipient;
    private final ChangeRecipient changeRecipient;
    private final RemoveRecipient removeRecipient;
    private final ShareAddresses addresses;
    private final Lists lists;
    private final JsonAnswers answers;

    RecipientsController(
            InviteRecipient inviteRecipient, ListRecipients listRecipients, ViewRecipient viewRecipient, ChangeRecipient changeRecipient,
            RemoveRecipient removeRecipient, ShareAddresses addresses, Lists lists, JsonAnswers answers) {
        this.inviteRecipient = inviteRecipient;
        this.listRecipients = listRecipients;
        this.viewRecipient = viewRecipient;
        this.changeRecipient = changeRecipient;
        this.removeRecipient = removeRecipient;
        this.addresses = addresses;
        this.lists = lists;
        this.answers = answers;
    }

    @Post
    @Operation(
            summary = "Give a link to somebody under their name, with an address of their own",
            description = "They have what the link allows or less, and their own count of views and downloads beside the link's. The "
                    + "link's password, start and end hold for them too. At most 200 for a link (409, recipients-full); the same name "
                    + "twice is a 409, recipient-name-taken.")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = RecipientBodies.View.class)))
    HttpResponse<?> invite(
            HttpRequest<?> request, Viewer viewer, Repeatable once, @PathVariable UUID id, @Body RecipientBodies.Create body) {
        InviteRecipient.Command command = body.command(new ShareId(id));
        return once.answer(viewer, body, OwnedRecipient.class, () -> inviteRecipient.handle(viewer, command), made -> {
            var one = shown(request, made);
            return answers.created(URI.create("/api/v1/shares/" + id + "/recipients/" + one.id()), one.version(), one);
        });
    }

    @Get
    @Operation(summary = "List the recipients of a link, oldest first")
    HttpResponse<?> list(HttpRequest<?> request, Viewer viewer, @PathVariable UUID id, @RequestBean PageQuery page) {
        var found = listRecipients.handle(viewer, new ListRecipients.Query(new ShareId(id), lists.page(page, viewer)));
        return lists.answer(page, viewer, found.map(one -> shown(request, one)));
    }

    @Get("/{rid}")
    @Operation(summary = "Read a recipient of a link, with what they have done")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RecipientBodies.View.class)))
    HttpResponse<?> read(HttpRequest<?> request, Viewer viewer, @PathVariable UUID id, @PathVariable UUID rid) {
        var one = shown(request, viewRecipient.handle(viewer, new ViewRecipient.Query(new ShareId(id), new RecipientId(rid))));
        return answers.one(request, one.version(), one);
    }

    @Patch("/{rid}")
    @Consumes({MediaType.APPLICATION_JSON, StrictJsonReader.MERGE_PATCH})
    @Operation(summary = "Change what a recipient of a link may do, or turn their address off, at once")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RecipientBodies.View.class)))
    HttpResponse<?> change(
            HttpRequest<?> request, Viewer viewer, @PathVariable UUID id, @PathVariable UUID rid, IfMatch ifMatch,
            @Body RecipientBodies.Patch body) {
        var one = shown(request, changeRecipient.handle(viewer, body.command(new ShareId(id), new RecipientId(rid), ifMatch.version())));
        return answers.changed(one.version(), one);
    }

    @Delete("/{rid}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "End the address of one recipient of a link at once; the others keep theirs")
    void remove(Viewer viewer, @PathVariable UUID id, @PathVariable UUID rid, IfMatch ifMatch) {
        removeRecipient.handle(viewer, new RemoveRecipient.Command(new ShareId(id), new RecipientId(rid), ifMatch.version()));
    }

    private RecipientBodies.View shown(HttpRequest<?> request, OwnedRecipient one) {
        return RecipientBodies.View.of(one, addresses.of(request, one));
    }
}
