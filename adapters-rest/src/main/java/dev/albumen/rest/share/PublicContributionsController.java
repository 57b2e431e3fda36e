package dev.albumen.rest.share;

import dev.albumen.application.share.AdmitContribution;
import dev.albumen.application.share.ContributeImage;
import dev.albumen.application.share.Knock;
import dev.albumen.application.storage.StagingArea;
import dev.albumen.domain.image.ImageLimits;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.shared.JsonAnswers;
import dev.albumen.rest.shared.Multipart;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;

/** Where visitors send images through a link that allows it. */
@Controller("/api/v1/public/shares/{token}/uploads")
@ExecuteOn(TaskExecutors.BLOCKING)
@Consumes(MediaType.MULTIPART_FORM_DATA)
@Tag(name = "Public shares")
final class PublicContributionsController {

    private static final int MAX_PARTS = 10;
    /** For the name and the parts' headers. */
    private static final long SLACK_BYTES = 1 << 20;

    private final AdmitContribution admitContribution;
    private final ContributeImage contributeImage;
    private final StagingArea staging;
    private final ImageLimits limits;
    private final Guests guests;
    private final JsonAnswers answers;

    PublicContributionsController(
            AdmitContribution admitContribution, ContributeImage contributeImage, StagingArea staging, ImageLimits limits, Guests guests,
            JsonAnswers answers) {
        this.admitContribution = admitContribution;
        this.contributeImage = contributeImage;
        this.staging = staging;
        this.limits = limits;
        this.guests = guests;
        this.answers = answers;
    }

    @Post
    @Operation(
            summary = "Send an image through a link, for its owner to accept",
            description = "Where the link allows uploads. The image counts on its owner's storage, and nobody else sees it before it is "
                    + "accepted. The same bytes again are the same contribution. When no more fits: 409, share-uploads-full.",
            requestBody = @RequestBody(required = true, content = @Content(
                    mediaType = MediaType.MULTIPART_FORM_DATA, schema = @Schema(implementation = ContributionBodies.Form.class))))
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ContributionBodies.Receipt.class)))
    HttpResponse<?> contribute(HttpRequest<?> request, Viewer viewer, @PathVariable String token, @Body InputStream body) {
        Knock knock = UnlockCookie.knock(request, token);
        try (var multipart = Multipart.of(request, body, limits.maxBytes() + SLACK_BYTES, MAX_PARTS)) {
            admitContribution.handle(viewer, new AdmitContribution.Command(knock, guests.of(request))); // before a byte is kept
            try (var form = ContributionForm.read(multipart, staging, limits.maxBytes())) {
                var made = contributeImage.handle(viewer, new ContributeImage.Command(knock, form.file(), form.filename(), form.name()));
                return answers.fresh(201, ContributionBodies.Receipt.of(made));
            }
        }
    }
}
