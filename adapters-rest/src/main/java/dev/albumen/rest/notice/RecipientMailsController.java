package dev.albumen.rest.notice;

import dev.albumen.application.notice.MailRecipient;
import dev.albumen.domain.share.RecipientId;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.Viewer;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/** Sends recipients of links their addresses. */
@Controller("/api/v1/shares/{id}/recipients/{rid}/send")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Shares")
final class RecipientMailsController {

    private final MailRecipient mailRecipient;

    RecipientMailsController(MailRecipient mailRecipient) {
        this.mailRecipient = mailRecipient;
    }

    @Post
    @Status(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Send a recipient of one's link their address by mail",
            description = "Three times a day to each, 100 times to all. Without an e-mail address of theirs it is a 409, "
                    + "recipient-without-email; where this instance sends no mails, as `mails` in "
                    + "GET /settings says, mail-off.")
    void send(Viewer viewer, @PathVariable UUID id, @PathVariable UUID rid) {
        mailRecipient.handle(viewer, new MailRecipient.Command(new ShareId(id), new RecipientId(rid)));
    }
}
