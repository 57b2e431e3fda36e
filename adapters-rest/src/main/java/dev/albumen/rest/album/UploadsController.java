package dev.albumen.rest.album;

import dev.albumen.application.album.UploadImage;
import dev.albumen.application.storage.StagingArea;
import dev.albumen.domain.image.ImageLimits;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.image.ImageBodies;
import dev.albumen.rest.shared.BatchAnswers;
import dev.albumen.rest.shared.JsonAnswers;
import dev.albumen.rest.shared.Multipart;
import dev.albumen.rest.shared.Repeatable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
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
import java.net.URI;
import java.util.stream.IntStream;

/** Uploads in one request. */
@Controller("/api/v1/images")
@ExecuteOn(TaskExecutors.BLOCKING)
@Consumes(MediaType.MULTIPART_FORM_DATA)
@Tag(name = "Images")
final class UploadsController {

    private static final int MAX_PARTS = 100;
    /** For the fields and the parts' headers. */
    private static final long SLACK_BYTES = 1 << 20;

    private final UploadImage uploadImage;
    private final StagingArea staging;
    private final ImageLimits limits;
    private final UploadedImages images;
    private final JsonAnswers answers;
    private final BatchAnswers batches;

    UploadsController(
            UploadImage uploadImage, StagingArea staging, ImageLimits limits, UploadedImages images, JsonAnswers answers, BatchAnswers batches) {
        this.uploadImage = uploadImage;
        this.staging = staging;
        this.limits = limits;
        this.images = images;
        this.answers = answers;
        this.batches = batches;
    }

    @Post
    @Operation(summary = "Upload an image", requestBody = @RequestBody(required = true, content = @Content(
            mediaType = MediaType.MULTIPART_FORM_DATA, schema = @Schema(implementation = UploadBodies.One.class))))
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ImageBodies.Uploaded.class)))
    @ApiResponse(responseCode = "200", description = "The same bytes were there already",
            content = @Content(schema = @Schema(implementation = ImageBodies.Uploaded.class)))
    HttpResponse<?> upload(HttpRequest<?> request, Viewer viewer, Repeatable once, @Body InputStream body) {
        try (var form = read(request, viewer, body, 1)) {
            return switch (form.files().getFirst()) {
                case UploadedFile.Refused(var refusal) -> throw refusal.thrown();
                case UploadedFile.Staged file -> once.answer(viewer, form.content(), UploadImage.Uploaded.class,
                        () -> uploadImage.handle(viewer, command(form, file)), uploaded -> answered(viewer, uploaded));
            };
        }
    }

    @Post("/batch")
    @Operation(summary = "Upload up to ten images, with the same album and tags for all",
            requestBody = @RequestBody(required = true, content = @Content(
                    mediaType = MediaType.MULTIPART_FORM_DATA, schema = @Schema(implementation = UploadBodies.Batch.class))))
    @ApiResponse(responseCode = "207", description = "An outcome for each file, in order")
    HttpResponse<?> uploadBatch(HttpRequest<?> request, Viewer viewer, Repeatable once, @Body InputStream body) {
        try (var form = read(request, viewer, body, UploadImage.MAX_BATCH_SIZE)) {
            return batches.of(request, IntStream.range(0, form.files().size()).mapToObj(index -> outcome(viewer, once, form, index)).toList());
        }
    }

    private UploadForm read(HttpRequest<?> request, Viewer viewer, InputStream body, int maxFiles) {
        long most = limits.maxBytes() * maxFiles + SLACK_BYTES;
        try (var multipart = Multipart.of(request, body, most, MAX_PARTS)) {
            viewer.member(); // before a byte is kept
            return UploadForm.read(multipart, staging, limits.maxBytes(), maxFiles);
        }
    }

    private static UploadImage.Command command(UploadForm form, UploadedFile.Staged file) {
        return new UploadImage.Command(file.file(), file.filename(), form.album(), form.tags(), form.keywordsAsTags(),
                form.field("title"), form.field("description"), form.checksum(), null, null);
    }

    private MutableHttpResponse<byte[]> answered(Viewer viewer, UploadImage.Uploaded uploaded) {
        var image = images.shown(viewer, uploaded);
        long version = image.image().version();
        URI location = URI.create("/api/v1/images/" + image.image().id());
        return uploaded.duplicate()
                ? answers.changed(version, image).header(HttpHeaders.LOCATION, location.toString())
                : answers.created(location, version, image);
    }

    private BatchAnswers.Outcome outcome(Viewer viewer, Repeatable once, UploadForm form, int index) {
        try {
            return switch (form.files().get(index)) {
                case UploadedFile.Refused(var refusal) -> new BatchAnswers.Outcome.Refused(null, refusal);
                case UploadedFile.Staged file -> once.outcome(viewer, form.content(), index, UploadImage.Uploaded.class,
                        () -> uploadImage.handle(viewer, command(form, file)), uploaded -> done(viewer, uploaded));
            };
        } catch (RefusedException refused) {
            if (Repeatable.refuses(refused.refusal())) {
                throw refused;
            }
            return new BatchAnswers.Outcome.Refused(null, refused.refusal());
        }
    }

    private BatchAnswers.Outcome.Done done(Viewer viewer, UploadImage.Uploaded uploaded) {
        return new BatchAnswers.Outcome.Done(
                uploaded.duplicate() ? 200 : 201, uploaded.image().image().id().value(), images.shown(viewer, uploaded));
    }
}
