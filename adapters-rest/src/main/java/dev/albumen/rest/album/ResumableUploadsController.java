package dev.albumen.rest.album;

import dev.albumen.application.album.AbortUpload;
import dev.albumen.application.album.AppendToUpload;
import dev.albumen.application.album.BeginUpload;
import dev.albumen.application.album.ResumeUpload;
import dev.albumen.application.album.UploadLimits;
import dev.albumen.domain.album.Upload;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.UploadId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.shared.OwnAddress;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Head;
import io.micronaut.http.annotation.Options;
import io.micronaut.http.annotation.Patch;
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
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Uploads that go on where they broke off: tus 1.0 (tus.io), with any client for it. */
@Controller(ResumableUploadsController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Images")
final class ResumableUploadsController {

    static final String PATH = "/api/v1/uploads/resumable";
    static final int WRONG_VERSION = 412;

    private final BeginUpload beginUpload;
    private final ResumeUpload resumeUpload;
    private final AppendToUpload appendToUpload;
    private final AbortUpload abortUpload;
    private final UploadLimits limits;
    private final OwnAddress own;

    ResumableUploadsController(
            BeginUpload beginUpload, ResumeUpload resumeUpload, AppendToUpload appendToUpload, AbortUpload abortUpload,
            UploadLimits limits, OwnAddress own) {
        this.beginUpload = beginUpload;
        this.resumeUpload = resumeUpload;
        this.appendToUpload = appendToUpload;
        this.abortUpload = abortUpload;
        this.limits = limits;
        this.own = own;
    }

    @Options
    @Operation(summary = "What of tus this speaks")
    @ApiResponse(responseCode = "204", description = "Version, extensions, largest file and checksums, in headers")
    HttpResponse<?> about() {
        return HttpResponse.noContent().header("Tus-Version", Tus.VERSION).header("Tus-Extension", Tus.EXTENSIONS)
                .header("Tus-Max-Size", Long.toString(limits.maxBytes())).header("Tus-Checksum-Algorithm", Tus.algorithms());
    }

    @Post
    @Consumes(MediaType.ALL)
    @Operation(summary = "Begin a resumable upload (tus 1.0)",
            description = "Upload-Length is needed. Upload-Metadata may bring filename, filetype, albumId and sha256; a file name is needed. "
                    + "The bytes are reserved in the quota. A first part may come along as application/offset+octet-stream.",
            requestBody = @RequestBody(content = @Content(mediaType = Tus.BYTES, schema = @Schema(type = "string", format = "binary"))))
    @ApiResponse(responseCode = "201", description = "Location says where to send the bytes")
    HttpResponse<?> begin(HttpRequest<?> request, Viewer viewer, @Nullable @Body InputStream body) throws IOException {
        try (InputStream bytes = body == null ? InputStream.nullInputStream() : body) {
            if (isOfAnotherVersion(request)) {
                return HttpResponse.status(WRONG_VERSION, "Precondition Failed");
            }
            Upload upload = beginUpload.handle(viewer, TusCreation.command(request));
            MutableHttpResponse<?> answer = HttpResponse.created(URI.create(own.of(request) + PATH + "/" + upload.id()));
            if (!request.getContentType().map(MediaType::getName).filter(Tus.BYTES::equals).isPresent()) {
                return answer.header(Tus.EXPIRES, Tus.time(upload.expiresAt()));
            }
            return appended(answer, appendToUpload.handle(viewer,
                    new AppendToUpload.Command(upload.id(), 0, bytes, Tus.checksum(request))));
        }
    }

    @Head("/{id}")
    @Operation(summary = "See where a resumable upload goes on")
    @ApiResponse(responseCode = "200", description = "Upload-Offset and Upload-Length")
    HttpResponse<?> progress(HttpRequest<?> request, Viewer viewer, @PathVariable UUID id) {
        if (isOfAnotherVersion(request)) {
            return HttpResponse.status(WRONG_VERSION, "Precondition Failed");
        }
        ResumeUpload.Progress progress = resumeUpload.handle(viewer, new ResumeUpload.Query(new UploadId(id)));
        return HttpResponse.ok().header(Tus.OFFSET, Long.toString(progress.offset()))
                .header(Tus.LENGTH, Long.toString(progress.upload().file().byteSize()))
                .header(Tus.EXPIRES, Tus.time(progress.upload().expiresAt())).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @Patch("/{id}")
    @Consumes(Tus.BYTES)
    @Operation(summary = "Send the next bytes of a resumable upload",
            description = "From Upload-Offset on; what arrives before the connection breaks is kept. The last byte completes the upload, "
                    + "and the answer names the image in Content-Location; a file that is refused then is refused in the words of every upload.",
            requestBody = @RequestBody(content = @Content(mediaType = Tus.BYTES, schema = @Schema(type = "string", format = "binary"))))
    @ApiResponse(responseCode = "204", description = "The bytes are kept, up to Upload-Offset")
    @ApiResponse(responseCode = "409", description = "The next byte is not at that offset: offset-mismatch")
    @ApiResponse(responseCode = "460", description = "The bytes do not have their Upload-Checksum; none of them is kept")
    HttpResponse<?> append(HttpRequest<?> request, Viewer viewer, @PathVariable UUID id, @Nullable @Body InputStream body) throws IOException {
        try (InputStream bytes = body == null ? InputStream.nullInputStream() : body) {
            if (isOfAnotherVersion(request)) {
                return HttpResponse.status(WRONG_VERSION, "Precondition Failed");
            }
            return appended(HttpResponse.noContent(), appendToUpload.handle(viewer, new AppendToUpload.Command(
                    new UploadId(id), Tus.number(request, Tus.OFFSET), bytes, Tus.checksum(request))));
        }
    }

    /** For clients that can send neither PATCH nor DELETE. */
    @Post("/{id}")
    @Consumes(MediaType.ALL)
    @Operation(summary = "Do what X-HTTP-Method-Override says: PATCH or DELETE")
    @ApiResponse(responseCode = "204", description = "As of the method that it stands for")
    HttpResponse<?> overridden(HttpRequest<?> request, Viewer viewer, @PathVariable UUID id, @Nullable @Body InputStream body)
            throws IOException {
        String method = request.getHeaders().get("X-HTTP-Method-Override");
        if ("PATCH".equals(method)) {
            return append(request, viewer, id, body);
        }
        if ("DELETE".equals(method)) {
            return end(request, viewer, id);
        }
        throw Refusal.invalid("X-HTTP-Method-Override", "malformed", "Expected PATCH or DELETE.");
    }

    @Delete("/{id}")
    @Operation(summary = "Give a resumable upload up")
    @ApiResponse(responseCode = "204", description = "Its bytes are gone, and so is their reservation")
    HttpResponse<?> end(HttpRequest<?> request, Viewer viewer, @PathVariable UUID id) {
        if (isOfAnotherVersion(request)) {
            return HttpResponse.status(WRONG_VERSION, "Precondition Failed");
        }
        abortUpload.handle(viewer, new AbortUpload.Command(new UploadId(id)));
        return HttpResponse.noContent();
    }

    private static boolean isOfAnotherVersion(HttpRequest<?> request) {
        return !Tus.VERSION.equals(request.getHeaders().get(Tus.RESUMABLE));
    }

    private static HttpResponse<?> appended(MutableHttpResponse<?> answer, Optional<AppendToUpload.Appended> appended) {
        if (appended.isEmpty()) {
            return HttpResponse.status(Tus.CHECKSUM_MISMATCH, "Checksum Mismatch");
        }
        AppendToUpload.Appended now = appended.get();
        now.uploaded().ifPresent(done -> answer.header(HttpHeaders.CONTENT_LOCATION, "/api/v1/images/" + done.image().image().id()));
        return answer.header(Tus.OFFSET, Long.toString(now.offset())).header(Tus.EXPIRES, Tus.time(now.upload().expiresAt()));
    }
}
