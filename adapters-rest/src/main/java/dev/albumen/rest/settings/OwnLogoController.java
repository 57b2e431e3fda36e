package dev.albumen.rest.settings;

import dev.albumen.application.rendition.LogoCheck;
import dev.albumen.application.settings.ReadOwnLogo;
import dev.albumen.application.settings.RemoveOwnLogo;
import dev.albumen.application.settings.SetOwnLogo;
import dev.albumen.application.storage.StagingArea;
import dev.albumen.domain.settings.UserSettings;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.rendition.ServedBlobs;
import dev.albumen.rest.shared.ByteAnswers;
import dev.albumen.rest.shared.Bytes;
import dev.albumen.rest.shared.Disposition;
import dev.albumen.rest.shared.IfMatch;
import dev.albumen.rest.shared.JsonAnswers;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;

/** The picture that one's own are marked with. */
@Controller(OwnLogoController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Identity")
final class OwnLogoController {

    static final String PATH = "/api/v1/users/me/watermark/logo";
    /** As many digits as an entity tag of a version has. */
    private static final int TAG_DIGITS = 16;

    private final ReadOwnLogo readOwnLogo;
    private final SetOwnLogo setOwnLogo;
    private final RemoveOwnLogo removeOwnLogo;
    private final StagingArea staging;
    private final ServedBlobs blobs;
    private final ByteAnswers bytes;
    private final JsonAnswers answers;

    OwnLogoController(
            ReadOwnLogo readOwnLogo, SetOwnLogo setOwnLogo, RemoveOwnLogo removeOwnLogo, StagingArea staging, ServedBlobs blobs,
            ByteAnswers bytes, JsonAnswers answers) {
        this.readOwnLogo = readOwnLogo;
        this.setOwnLogo = setOwnLogo;
        this.removeOwnLogo = removeOwnLogo;
        this.staging = staging;
        this.blobs = blobs;
        this.bytes = bytes;
        this.answers = answers;
    }

    @Get
    @Produces(MediaType.ALL)
    @Operation(summary = "Read one's own logo")
    @ApiResponse(responseCode = "200", description = "The file, as it was given", content = @Content(
            mediaType = MediaType.IMAGE_PNG, schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "404", description = "There is none")
    HttpResponse<?> read(HttpRequest<?> request, Viewer viewer) {
        ReadOwnLogo.Found logo = readOwnLogo.handle(viewer);
        // The version's too, so that it can be brought as If-Match.
        String tag = logo.version() + "-" + logo.content().hex().substring(0, TAG_DIGITS);
        return bytes.of(request, new Bytes(
                MediaType.IMAGE_PNG, tag, "private, no-cache", Disposition.inline("logo.png"), blobs.of(logo.key())));
    }

    @Put
    @Consumes(MediaType.IMAGE_PNG)
    @Operation(summary = "Mark one's own pictures with a logo",
            description = "A PNG of at most 1 MiB and 4 megapixels. It takes the place of the text and is scaled so that its "
                    + "longer edge is a quarter of the picture's shorter one; what is transparent of it stays so.",
            requestBody = @RequestBody(required = true, content = @Content(
                    mediaType = MediaType.IMAGE_PNG, schema = @Schema(type = "string", format = "binary"))))
    @ApiResponse(responseCode = "200", description = "The settings",
            content = @Content(schema = @Schema(implementation = OwnSettingsBodies.View.class)))
    @ApiResponse(responseCode = "413", description = "More bytes or pixels than a logo may have")
    @ApiResponse(responseCode = "415", description = "No PNG")
    @ApiResponse(responseCode = "422", description = "A PNG that does not decode")
    HttpResponse<?> set(Viewer viewer, IfMatch ifMatch, @Body InputStream body) throws IOException {
        try (body) {
            viewer.member(); // before a byte is kept
            try (StagingArea.StagedFile file = staging.stage(body, LogoCheck.MAX_BYTES)) {
                UserSettings settings = setOwnLogo.handle(viewer, new SetOwnLogo.Command(file, ifMatch.version()));
                return answers.changed(settings.version(), OwnSettingsBodies.View.of(settings));
            }
        }
    }

    @Delete
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Mark one's own pictures with text again", description = "Does nothing where there is no logo.")
    void remove(Viewer viewer, IfMatch ifMatch) {
        removeOwnLogo.handle(viewer, new RemoveOwnLogo.Command(ifMatch.version()));
    }
}
