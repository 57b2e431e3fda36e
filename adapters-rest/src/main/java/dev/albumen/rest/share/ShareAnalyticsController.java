package dev.albumen.rest.share;

import dev.albumen.application.share.AnalyzeShare;
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

/** How share links are used, for those who made them. */
@Controller("/api/v1/shares/{id}/analytics")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Shares")
final class ShareAnalyticsController {

    private final AnalyzeShare analyzeShare;
    private final JsonAnswers answers;

    ShareAnalyticsController(AnalyzeShare analyzeShare, JsonAnswers answers) {
        this.analyzeShare = analyzeShare;
        this.answers = answers;
    }

    @Get("{?days}")
    @Operation(
            summary = "How a link was used, day by day",
            description = "Views, different visitors and downloads of each day, in UTC, and the images that were downloaded most. "
                    + "Visitors are told apart by a hash that is thrown away, with its key, when the day is over.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ShareBodies.Analytics.class)))
    HttpResponse<?> analytics(
            HttpRequest<?> request, Viewer viewer, @PathVariable UUID id,
            @QueryValue(defaultValue = "30") @Schema(description = "1 to 365, today among them") int days) {
        var analysis = analyzeShare.handle(viewer, new AnalyzeShare.Query(new ShareId(id), days));
        return answers.revalidated(request, ShareBodies.Analytics.of(analysis));
    }
}
