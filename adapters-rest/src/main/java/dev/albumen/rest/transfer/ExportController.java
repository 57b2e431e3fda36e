package dev.albumen.rest.transfer;

import dev.albumen.application.transfer.ExportAccount;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.rendition.ArchiveAnswers;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** One's own account as one file. */
@Controller("/api/v1/users/me/export")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.ALL)
@Tag(name = "Identity")
final class ExportController {

    private final ExportAccount exportAccount;
    private final ArchiveAnswers answers;

    ExportController(ExportAccount exportAccount, ArchiveAnswers answers) {
        this.exportAccount = exportAccount;
        this.answers = answers;
    }

    @Get
    @Operation(summary = "All that one's own account holds, as a ZIP archive", description = """
            A bag (RFC 8493): originals in folders of their albums below `data/pictures`, and below `data/albumen` JSON documents \
            of albums with their order, images with tags and descriptions, and share links without tokens and passwords; with \
            SHA-256 manifests. `POST /imports` makes the same account of it. What is in the trash is left out, and so is what \
            others have put into one's albums. The length is exact, and while the account stays the same so do the bytes, so that \
            a download that broke off goes on with Range and If-Range.""")
    @ApiResponse(responseCode = "200", description = "The archive", content = @Content(
            mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")))
    HttpResponse<?> read(HttpRequest<?> request, Viewer viewer) {
        return answers.of(request, exportAccount.handle(viewer));
    }
}
