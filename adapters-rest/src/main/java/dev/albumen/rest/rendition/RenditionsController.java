package dev.albumen.rest.rendition;

import dev.albumen.application.rendition.DeliverImage;
import dev.albumen.application.rendition.DeliverImageInSession;
import dev.albumen.application.rendition.DeliverImageInSession.Proof;
import dev.albumen.application.rendition.Serving;
import dev.albumen.application.rendition.Wanted;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.SessionId;
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
import jakarta.inject.Named;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;

/** The bytes of images. */
@Controller("/api/v1/images/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.ALL)
@Tag(name = "Images")
final class RenditionsController {

    private final DeliverImage deliverImage;
    private final DeliverImageInSession deliverImageInSession;
    private final ServingAnswers answers;
    private final Executor blocking;

    RenditionsController(
            DeliverImage deliverImage, DeliverImageInSession deliverImageInSession, ServingAnswers answers,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.deliverImage = deliverImage;
        this.deliverImageInSession = deliverImageInSession;
        this.answers = answers;
        this.blocking = blocking;
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
    @Operation(
            summary = "The image within 2560 pixels",
            description = "Made when it is first asked for, so that the first answer takes a moment; what cannot be made so large is a "
                    + "409, rendition-failed. Of a smaller original it is the same as the preview.")
    HttpResponse<?> large(HttpRequest<?> request, Viewer viewer, @PathVariable UUID id) {
        return deliver(request, viewer, id, Wanted.What.LARGE);
    }

    @Get("/original")
    @Operation(
            summary = "The file as it was uploaded",
            description = "While the image is shown with a watermark, its owner's alone: others get a 403, original-watermarked.")
    HttpResponse<?> original(HttpRequest<?> request, Viewer viewer, @PathVariable UUID id) {
        return deliver(request, viewer, id, Wanted.What.ORIGINAL);
    }

    private HttpResponse<?> deliver(HttpRequest<?> request, Viewer viewer, UUID id, Wanted.What what) {
        Wanted wanted = ServingAnswers.wanted(request, what);
        SignedAddress.MemberPass signed = SignedAddress.memberPass(request);
        ImageId image = new ImageId(id);
        Serving serving;
        if (signed != null) {
            serving = inSession(viewer, image, wanted, signed.session(), new Proof.Signature(signed.pass()));
        } else if (viewer instanceof Viewer.Member member) {
            serving = inSession(viewer, image, wanted, member.sessionId(), new Proof.Token(member.userId()));
        } else {
            serving = deliverImage.handle(viewer, new DeliverImage.Query(image, wanted));
        }
        return answers.of(request, wanted, serving, signed != null);
    }

    private Serving inSession(Viewer viewer, ImageId id, Wanted wanted, SessionId session, Proof proof) {
        var query = new DeliverImageInSession.Query(id, wanted, session, proof, blocking, true);
        try {
            return deliverImageInSession.handle(viewer, query).toCompletableFuture().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }
}
