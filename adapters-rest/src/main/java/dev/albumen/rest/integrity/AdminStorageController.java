package dev.albumen.rest.integrity;

import dev.albumen.application.integrity.ListStorageDefects;
import dev.albumen.application.integrity.ReadStorageCheck;
import dev.albumen.application.integrity.StartStorageCheck;
import dev.albumen.application.integrity.StorageCheck;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.shared.JsonAnswers;
import dev.albumen.rest.shared.Lists;
import dev.albumen.rest.shared.PageQuery;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The storage, for superadmins. */
@Controller("/api/v1/admin/storage")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Administration")
final class AdminStorageController {

    private final ReadStorageCheck readStorageCheck;
    private final StartStorageCheck startStorageCheck;
    private final ListStorageDefects listStorageDefects;
    private final Lists lists;
    private final JsonAnswers answers;

    AdminStorageController(
            ReadStorageCheck readStorageCheck, StartStorageCheck startStorageCheck, ListStorageDefects listStorageDefects,
            Lists lists, JsonAnswers answers) {
        this.readStorageCheck = readStorageCheck;
        this.startStorageCheck = startStorageCheck;
        this.listStorageDefects = listStorageDefects;
        this.lists = lists;
        this.answers = answers;
    }

    @Get
    @Operation(summary = "Read what the latest verification found", description = "While it runs, how far it has come.")
    @ApiResponse(responseCode = "200", description = "The storage", content = @Content(schema = @Schema(implementation = StorageBodies.Storage.class)))
    HttpResponse<?> read(Viewer viewer) {
        StorageCheck check = readStorageCheck.handle(viewer).orElse(null);
        return answers.fresh(200, new StorageBodies.Storage(check == null ? null : StorageBodies.Check.of(check)));
    }

    @Post("/verify")
    @Operation(summary = "Verify the storage", description = """
            Every original is read and compared with its hash, renditions are looked for, and blobs that nothing needs are \
            counted. It runs beside other jobs and goes on after a restart. With `repair`, renditions that are missing are made \
            anew; originals are reported. One that is under way goes on; 409 where that one repairs and this does not, or the \
            other way round.""")
    @ApiResponse(responseCode = "202", description = "It has begun", content = @Content(schema = @Schema(implementation = StorageBodies.Storage.class)))
    HttpResponse<?> verify(Viewer viewer, @Body StorageBodies.@Nullable Start body) {
        boolean repairs = body != null && body.repair() != null && body.repair();
        StorageCheck check = startStorageCheck.handle(viewer, new StartStorageCheck.Command(repairs));
        return answers.fresh(202, new StorageBodies.Storage(StorageBodies.Check.of(check)))
                .header(HttpHeaders.LOCATION, "/api/v1/admin/storage");
    }

    @Get("/defects")
    @Operation(summary = "List images whose blobs are at fault", description = "As the latest verification found them, by image id.")
    @ApiResponse(responseCode = "200", description = "Defects", content = @Content(array = @ArraySchema(schema = @Schema(implementation = StorageBodies.Defect.class))))
    HttpResponse<?> defects(Viewer viewer, @RequestBean PageQuery page) {
        var found = listStorageDefects.handle(viewer, new ListStorageDefects.Query(lists.page(page, viewer)));
        return lists.fresh(page, viewer, found.map(StorageBodies.Defect::of));
    }
}
