package dev.albumen.rest.share;

import dev.albumen.application.image.ImagePasses;
import dev.albumen.application.rendition.Wanted;
import dev.albumen.application.share.ArchiveShare;
import dev.albumen.application.share.DeliverSharedImage;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.rendition.ArchiveAnswers;
import dev.albumen.rest.rendition.ServingAnswers;
import dev.albumen.rest.rendition.SignedAddress;
import dev.albumen.rest.shared.Askers;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bytes that a share link shows. */
@Controller("/api/v1/public/shares/{token}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.ALL)
@Tag(name = "Public shares")
final class SharedBytesController {

    private final DeliverSharedImage deliverSharedImage;
    private final ArchiveShare archiveShare;
    private final ServingAnswers servings;
    private final ArchiveAnswers archives;

    SharedBytesController(
            DeliverSharedImage deliverSharedImage, ArchiveShare archiveShare, ServingAnswers servings, ArchiveAnswers archives) {
        this.deliverSharedImage = deliverSharedImage;
        this.archiveShare = archiveShare;
        this.servings = servings;
        this.archives = archives;
    }

    @Get("/images/{id}/thumbnail")
    @Operation(summary = "A shared image within 320 pixels")
    HttpResponse<?> thumbnail(HttpRequest<?> request, Viewer viewer, @PathVariable String token, @PathVariable UUID id) {
        return deliver(request, viewer, token, id, Wanted.What.THUMBNAIL);
    }

    @Get("/images/{id}/preview")
    @Operation(summary = "A shared image within 1440 pixels")
    HttpResponse<?> preview(HttpRequest<?> request, Viewer viewer, @PathVariable String token, @PathVariable UUID id) {
        return deliver(request, viewer, token, id, Wanted.What.PREVIEW);
    }

    @Get("/images/{id}/large")
    @Operation(
            summary = "A shared image within 2560 pixels",
            description = "Made when it is first asked for, so that the first answer takes a moment; what cannot be made so large is a "
                    + "409, rendition-failed. Of a smaller original it is the same as the preview.")
    HttpResponse<?> large(HttpRequest<?> request, Viewer viewer, @PathVariable String token, @PathVariable UUID id) {
        return deliver(request, viewer, token, id, Wanted.What.LARGE);
    }

    @Get("/images/{id}/original")
    @Operation(
            summary = "A shared image's file, without its metadata unless the link shows it",
            description = "A download, which counts once an hour for each visit, whatever parts it comes in. Without a visit each "
                    + "request is one. Where downloads are limited and used up: 410, share-downloads-used-up.")
    HttpResponse<?> original(HttpRequest<?> request, Viewer viewer, @PathVariable String token, @PathVariable UUID id) {
        return deliver(request, viewer, token, id, Wanted.What.ORIGINAL);
    }

    @Get("/archive{?size,album}")
    @Operation(
            summary = "What a link shows as a ZIP archive: original, large (2048) or preview (1024)",
            description = "Its length is exact, and while the link shows the same so do its bytes stay, so that a download that broke "
                    + "off goes on with Range and If-Range. Pictures that are yet to be made are made first; where that takes long, the "
                    + "answer is a 503, not-ready, and each who asks again finds more of it done. It is a download, and counts as that of an original does.")
    HttpResponse<?> archive(
            HttpRequest<?> request, Viewer viewer, @PathVariable String token, @QueryValue @Nullable String size,
            @QueryValue @Nullable @Schema(description = "an album of the project that the link is to") UUID album) {
        var query = new ArchiveShare.Query(UnlockCookie.knock(request, token), album == null ? null : new AlbumId(album),
                ArchiveAnswers.size(size), Askers.of(request));
        return archives.of(request, archiveShare.handle(viewer, query));
    }

    private HttpResponse<?> deliver(HttpRequest<?> request, Viewer viewer, String token, UUID id, Wanted.What what) {
        Wanted wanted = ServingAnswers.wanted(request, what);
        ImagePasses.Pass pass = SignedAddress.pass(request);
        var query = new DeliverSharedImage.Query(UnlockCookie.knock(request, token), new ImageId(id), wanted, pass);
        // never kept without asking: a link that was ended shows nothing any more, in no browser
        return servings.of(request, wanted, deliverSharedImage.handle(viewer, query), false);
    }
}
