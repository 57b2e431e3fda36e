package dev.albumen.rest.settings;

import dev.albumen.application.settings.ReadSettings;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.shared.JsonAnswers;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** What clients ask before they upload. */
@Controller("/api/v1/settings")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Operations")
final class SettingsController {

    private final ReadSettings readSettings;
    private final JsonAnswers answers;

    SettingsController(ReadSettings readSettings, JsonAnswers answers) {
        this.readSettings = readSettings;
        this.answers = answers;
    }

    @Get
    @Operation(summary = "Read what this instance takes and shows, without an account")
    @ApiResponse(responseCode = "200", description = "The settings", content = @Content(schema = @Schema(implementation = SettingsBodies.View.class)))
    HttpResponse<?> read(HttpRequest<?> request, Viewer viewer) {
        return answers.revalidated(request, SettingsBodies.View.of(readSettings.handle(viewer)));
    }
}
