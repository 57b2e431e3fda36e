package dev.albumen.rest.rendition;

import dev.albumen.application.rendition.DeliverImage;
import dev.albumen.application.rendition.Wanted;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Viewer;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/** The bytes of images. */
@Controller("/api/v1/images/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.ALL)
@Tag(name = "Images")
final class RenditionsController {

    private final DeliverImage deliverImage;
    private final ServingAnswers answers;

    RenditionsController(DeliverImage deliverImage, ServingAnswers answers) {
        this.deliverImage = deliverImage;
        this.answers = answers;
    }

    @Get("/thumbnail")
    @Operation(summary = "The image within 320 pixels")
    HttpResponse<?> thumbnail(HttpRequest<?> request, Viewer viewer, @PathVariable UUID id) {
        return deliver(request, viewer, id, Wanted.What.THUMBNAIL);
    }

    @Get("/preview")
    @Operation(summary = "The image within 1440 pixels")
    HttpResponse<?> preview(HttpRequest<?> request, Viewer viewer, @PathVariable UUID id) {
        return deliver(request, viewer, id, Wanted.What.PREVIEW);
    }

    @Get("/large")
    @Operation(summary = "The image within 2560 pixels")
    HttpResponse<?> large(HttpRequest<?> request, Viewer viewer, @PathVariable UUID id) {
        return deliver(request, viewer, id, Wanted.What.LARGE);
    }

    @Get("/original")
    @Operation(summary = "The file as it was uploaded")
    HttpResponse<?> original(HttpRequest<?> request, Viewer viewer, @PathVariable UUID id) {
        return deliver(request, viewer, id, Wanted.What.ORIGINAL);
    }

    private HttpResponse<?> deliver(HttpRequest<?> request, Viewer viewer, UUID id, Wanted.What what) {
        Wanted wanted = ServingAnswers.wanted(request, what);
        DeliverImage.SignedPass pass = SignedAddress.memberPass(request);
        var serving = deliverImage.handle(viewer, new DeliverImage.Query(new ImageId(id), wanted, pass));
        return answers.of(request, wanted, serving, pass != null);
    }
}
