package dev.albumen.rest.transfer;

import dev.albumen.application.storage.StagingArea;
import dev.albumen.application.transfer.ArchiveImport;
import dev.albumen.application.transfer.EndImport;
import dev.albumen.application.transfer.ImportLimits;
import dev.albumen.application.transfer.ListImports;
import dev.albumen.application.transfer.ListLeftOut;
import dev.albumen.application.transfer.StartImport;
import dev.albumen.application.transfer.ViewImport;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.shared.JsonAnswers;
import dev.albumen.rest.shared.Lists;
import dev.albumen.rest.shared.PageQuery;
import dev.albumen.rest.shared.Repeatable;
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
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;

/** Archives whose pictures are brought in. */
@Controller("/api/v1/imports")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Images")
final class ImportsController {

    private final StartImport startImport;
    private final ViewImport viewImport;
    private final ListImports listImports;
    private final ListLeftOut listLeftOut;
    private final EndImport endImport;
    private final StagingArea staging;
    private final ImportLimits limits;
    private final Lists lists;
    private final JsonAnswers answers;

    ImportsController(
            StartImport startImport, ViewImport viewImport, ListImports listImports, ListLeftOut listLeftOut, EndImport endImport,
            StagingArea staging, ImportLimits limits, Lists lists, JsonAnswers answers) {
        this.startImport = startImport;
        this.viewImport = viewImport;
        this.listImports = listImports;
        this.listLeftOut = listLeftOut;
        this.endImport = endImport;
        this.staging = staging;
        this.limits = limits;
        this.lists = lists;
        this.answers = answers;
    }

    @Post
    @Consumes(MediaType.ALL)
    @Operation(summary = "Import a ZIP archive", description = """
            The body is the archive itself, as `application/zip`. Its folders become albums, or their pictures go into the albums of             those titles; XMP files and those of Google Takeout beside pictures tell of them. An export of this service             becomes the account it was made of: images, albums with their order, tags; share links come back with new tokens, and             those that had a password turned off. Room for all pictures is reserved in the quota; the work goes on after the answer,             and what is there already is not made again.""",
            requestBody = @RequestBody(required = true, content = @Content(
                    mediaType = "application/zip", schema = @Schema(type = "string", format = "binary"))))
    @ApiResponse(responseCode = "202", description = "It has begun", content = @Content(schema = @Schema(implementation = ImportBodies.View.class)))
    @ApiResponse(responseCode = "409", description = "Three imports are under way: too-many-imports")
    @ApiResponse(responseCode = "413", description = "Too large, or too many files in it")
    @ApiResponse(responseCode = "415", description = "Not sent as a ZIP archive")
    @ApiResponse(responseCode = "422", description = "Broken, encrypted, or packed as no pictures are")
    @ApiResponse(responseCode = "507", description = "No room for its pictures")
    HttpResponse<?> begin(HttpRequest<?> request, Viewer viewer, Repeatable once, @Body InputStream body) throws IOException {
        try (body) {
            viewer.member(); // before a byte is kept
            ArchiveRequests.require(request, limits);
            try (StagingArea.StagedFile archive = staging.stage(body, limits.maxBytes())) {
                return once.answer(viewer, List.of(archive.sha256().hex()), ArchiveImport.class,
                        () -> startImport.handle(viewer, new StartImport.Command(archive)),
                        begun -> answers.fresh(202, ImportBodies.View.of(begun))
                                .header(HttpHeaders.LOCATION, "/api/v1/imports/" + begun.id()));
            }
        }
    }

    @Get("/{id}")
    @Operation(summary = "See how far an import has come")
    @ApiResponse(responseCode = "200", description = "The import", content = @Content(schema = @Schema(implementation = ImportBodies.View.class)))
    HttpResponse<?> read(HttpRequest<?> request, Viewer viewer, @PathVariable UUID id) {
        return answers.revalidated(request, ImportBodies.View.of(viewImport.handle(viewer, new ViewImport.Query(id))));
    }

    @Get
    @Operation(summary = "List one's own imports", description = "The newest first. They are forgotten 30 days after their end.")
    @ApiResponse(responseCode = "200", description = "Imports", content = @Content(array = @ArraySchema(schema = @Schema(implementation = ImportBodies.View.class))))
    HttpResponse<?> list(Viewer viewer, @RequestBean PageQuery page) {
        return lists.fresh(page, viewer, listImports.handle(viewer, new ListImports.Query(lists.page(page, viewer))).map(ImportBodies.View::of));
    }

    @Get("/{id}/left-out")
    @Operation(summary = "List what of an archive was skipped or failed, and why")
    @ApiResponse(responseCode = "200", description = "Files", content = @Content(array = @ArraySchema(schema = @Schema(implementation = ImportBodies.Left.class))))
    HttpResponse<?> leftOut(Viewer viewer, @PathVariable UUID id, @RequestBean PageQuery page) {
        return lists.fresh(page, viewer, listLeftOut.handle(viewer, new ListLeftOut.Query(id, lists.page(page, viewer))).map(ImportBodies.Left::of));
    }

    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "End an import, or forget a finished one", description = "What it has imported stays. Gives back what it reserved.")
    void end(Viewer viewer, @PathVariable UUID id) {
        endImport.handle(viewer, new EndImport.Command(id));
    }
}
