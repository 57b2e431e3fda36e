package dev.albumen.rest.album;

import dev.albumen.application.album.AbortUpload;
import dev.albumen.application.album.CompleteUpload;
import dev.albumen.application.album.OpenUploads;
import dev.albumen.application.album.ReceiveUpload;
import dev.albumen.application.album.ViewUpload;
import dev.albumen.domain.shared.UploadId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.image.ImageBodies;
import dev.albumen.rest.shared.JsonAnswers;
import dev.albumen.rest.shared.OwnAddress;
import dev.albumen.rest.shared.Repeatable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/** Uploads whose bytes go straight to where they are stored. */
@Controller("/api/v1/uploads")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Images")
final class DirectUploadsController {

    private final OpenUploads openUploads;
    private final ReceiveUpload receiveUpload;
    private final CompleteUpload completeUpload;
    private final AbortUpload abortUpload;
    private final ViewUpload viewUpload;
    private final UploadedImages images;
    private final OwnAddress own;
    private final JsonAnswers answers;

    DirectUploadsController(
            OpenUploads openUploads, ReceiveUpload receiveUpload, CompleteUpload completeUpload, AbortUpload abortUpload,
            ViewUpload viewUpload, UploadedImages images, OwnAddress own, JsonAnswers answers) {
        this.openUploads = openUploads;
        this.receiveUpload = receiveUpload;
        this.completeUpload = completeUpload;
        this.abortUpload = abortUpload;
        this.viewUpload = viewUpload;
        this.images = images;
        this.own = own;
        this.answers = answers;
    }

    @Post
    @Operation(summary = "Announce up to 100 files, to be sent each by itself",
            description = "Reserves their bytes in the quota. Send each file with PUT to its address, with the headers given, then "
                    + "complete it. The address may belong to another host; it takes these bytes and no others, again and again until "
                    + "the upload is completed. An upload that is not completed in time ends, and so does its reservation.")
    @ApiResponse(responseCode = "201", description = "Where to send each file, in order", content = @Content(
            array = @ArraySchema(schema = @Schema(implementation = DirectUploadBodies.Slot.class))))
    HttpResponse<?> open(HttpRequest<?> request, Viewer viewer, Repeatable once, @Body DirectUploadBodies.Create body) {
        String base = own.of(request);
        return once.answer(viewer, body, OpenUploads.Batch.class, () -> openUploads.handle(viewer, body.command()),
                batch -> answers.fresh(201, batch.uploads().stream().map(opened -> DirectUploadBodies.Slot.of(opened, base)).toList()));
    }

    @Put("/{id}/content{?signature}")
    @Status(HttpStatus.NO_CONTENT)
    @Consumes(MediaType.ALL)
    @Operation(summary = "Send a file to the address that announcing it gave", description = "The signature is what lets one in.",
            requestBody = @RequestBody(required = true, content = @Content(
                    mediaType = MediaType.APPLICATION_OCTET_STREAM, schema = @Schema(type = "string", format = "binary"))))
    @ApiResponse(responseCode = "204", description = "The bytes are kept")
    @ApiResponse(responseCode = "410", description = "The upload has expired")
    @ApiResponse(responseCode = "415", description = "Another type than was announced")
    @ApiResponse(responseCode = "422", description = "Another length or checksum than was announced")
    void receive(
            HttpRequest<?> request, Viewer viewer, @PathVariable UUID id, @QueryValue String signature, @Body InputStream body)
            throws IOException {
        try (body) {
            long length = request.getContentLength();
            receiveUpload.handle(viewer, new ReceiveUpload.Command(new UploadId(id), signature, length < 0 ? null : length,
                    request.getContentType().map(MediaType::getName).orElse(null), body));
        }
    }

    @Post("/{id}/complete")
    @Operation(summary = "Make an image of a file that was sent",
            description = "What was sent is read and checked again. Completing once more gives the same image. What is refused stays "
                    + "open: send other bytes, or abort it.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ImageBodies.Uploaded.class)))
    @ApiResponse(responseCode = "409", description = "The bytes have not arrived: upload-incomplete")
    HttpResponse<?> complete(Viewer viewer, @PathVariable UUID id) {
        var image = images.shown(viewer, completeUpload.handle(viewer, new CompleteUpload.Command(new UploadId(id))));
        return answers.changed(image.image().version(), image);
    }

    @Get("/{id}")
    @Operation(summary = "See how an upload stands")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DirectUploadBodies.View.class)))
    HttpResponse<?> read(HttpRequest<?> request, Viewer viewer, @PathVariable UUID id) {
        return answers.revalidated(request, DirectUploadBodies.View.of(viewUpload.handle(viewer, new ViewUpload.Query(new UploadId(id)))));
    }

    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Abort an upload", description = "Gives back what it reserved. One that is completed is a 409: delete its image.")
    void abort(Viewer viewer, @PathVariable UUID id) {
        abortUpload.handle(viewer, new AbortUpload.Command(new UploadId(id)));
    }
}
