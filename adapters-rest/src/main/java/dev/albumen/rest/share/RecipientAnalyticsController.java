package dev.albumen.rest.share;

import dev.albumen.application.share.AnalyzeRecipient;
import dev.albumen.domain.share.RecipientId;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.shared.JsonAnswers;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/** How recipients use links, for those who made them. */
@Controller("/api/v1/shares/{id}/recipients/{rid}/analytics")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Shares")
final class RecipientAnalyticsController {

    private final AnalyzeRecipient analyzeRecipient;
    private final JsonAnswers answers;

    RecipientAnalyticsController(AnalyzeRecipient analyzeRecipient, JsonAnswers answers) {
        this.analyzeRecipient = analyzeRecipient;
        this.answers = answers;
    }

    @Get("{?days}")
    @Operation(
            summary = "How a recipient used a link, day by day",
            description = "Views and downloads of each day, in UTC. They are counted in the request, so nothing is missing.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RecipientBodies.Analytics.class)))
    HttpResponse<?> analytics(
            HttpRequest<?> request, Viewer viewer, @PathVariable UUID id, @PathVariable UUID rid,
            @QueryValue(defaultValue = "30") @Schema(description = "1 to 365, today among them") int days) {
        var analysis = analyzeRecipient.handle(viewer, new AnalyzeRecipient.Query(new ShareId(id), new RecipientId(rid), days));
        return answers.revalidated(request, RecipientBodies.Analytics.of(analysis));
    }
}
