package dev.albumen.rest.album;

import dev.albumen.application.album.OpenUploads;
import dev.albumen.application.album.UploadLimits;
import dev.albumen.application.album.ViewUpload;
import dev.albumen.domain.album.Upload;
import dev.albumen.domain.image.Filename;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.Violation;
import dev.albumen.rest.shared.Labels;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Direct uploads as they go in and out. */
final class DirectUploadBodies {

    private DirectUploadBodies() {}

    @Introspected
    @Schema(name = "NewUploads", example = "{\"files\": [{\"filename\": \"sea.jpg\", \"byteSize\": 3145728, \"mediaType\": \"image/jpeg\", "
            + "\"sha256\": \"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\"}]}")
    record Create(List<File> files, @Nullable UUID albumId) {

        OpenUploads.Command command() {
            // Before any of them is looked at.
            if (files.size() > UploadLimits.MAX_FILES) {
                throw Refusal.invalid("/files", "wrong-number", "A call announces 1 to " + UploadLimits.MAX_FILES + " files.");
            }
            return new OpenUploads.Command(
                    IntStream.range(0, files.size()).mapToObj(i -> files.get(i).announced("/files/" + i)).toList(),
                    albumId == null ? null : new AlbumId(albumId));
        }
    }

    /** @param sha256 in hexadecimal; where it is given, other bytes are refused */
    @Introspected
    @Schema(name = "NewUploadFile")
    record File(String filename, long byteSize, String mediaType, @Nullable String sha256) {

        Upload.Announced announced(String at) {
            if (byteSize < 1) {
                throw Refusal.invalid(at + "/byteSize", "too-small", "A file has at least one byte.");
            }
            return new Upload.Announced(name(at + "/filename"), byteSize, mediaType.strip().toLowerCase(Locale.ROOT),
                    checksum(at + "/sha256"));
        }

        private Filename name(String at) {
            try {
                return Filename.sent(filename);
            } catch (RefusedException refused) {
                throw refused.refusal() instanceof Refusal.Invalid invalid
                        ? new Refusal.Invalid(invalid.violations().stream()
                                .map(one -> new Violation(at, one.code(), one.detail())).toList()).thrown()
                        : refused;
            }
        }

        private @Nullable Sha256 checksum(String at) {
            return sha256 == null ? null : Sha256.parse(sha256)
                    .orElseThrow(() -> Refusal.invalid(at, "malformed", "Expected 64 hexadecimal digits."));
        }
    }

    /**
     * Where and how to send one file.
     *
     * @param headers to send with the bytes, exactly; the length comes besides, and has to be the one announced
     */
    @Serdeable.Serializable
    @Schema(name = "UploadSlot", example = "{\"uploadId\": \"0190a1de-7c00-7000-8000-000000000001\", \"url\": "
            + "\"https://photos.example.org/api/v1/uploads/0190a1de-7c00-7000-8000-000000000001/content?signature=q83v\", "
            + "\"method\": \"PUT\", \"headers\": {\"Content-Type\": \"image/jpeg\"}, \"expiresAt\": \"2026-01-01T13:00:00Z\"}")
    record Slot(UUID uploadId, String url, String method, Map<String, String> headers, Instant expiresAt) {

        /** @param base for addresses that are paths */
        static Slot of(OpenUploads.Opened opened, String base) {
            var uri = opened.address().uri();
            return new Slot(opened.upload().id().value(), uri.isAbsolute() ? uri.toString() : base + uri, "PUT",
                    opened.address().headers(), opened.upload().expiresAt());
        }
    }

    /**
     * @param state {@code open}, {@code completed} or {@code expired}
     * @param imageId what became of it; {@code null} until it is completed
     */
    @Serdeable.Serializable
    @Schema(name = "Upload", example = "{\"uploadId\": \"0190a1de-7c00-7000-8000-000000000001\", \"state\": \"open\", "
            + "\"filename\": \"sea.jpg\", \"byteSize\": 3145728, \"mediaType\": \"image/jpeg\", \"sha256\": null, \"albumId\": null, "
            + "\"imageId\": null, \"createdAt\": \"2026-01-01T12:00:00Z\", \"expiresAt\": \"2026-01-01T13:00:00Z\"}")
    record View(
            UUID uploadId, String state, String filename, long byteSize, String mediaType, @Nullable String sha256,
            @Nullable UUID albumId, @Nullable UUID imageId, Instant createdAt, Instant expiresAt) {

        static View of(ViewUpload.Seen seen) {
            Upload upload = seen.upload();
            Upload.Announced file = upload.file();
            return new View(upload.id().value(), Labels.of(seen.state()), file.filename().value(), file.byteSize(), file.mediaType(),
                    file.sha256() == null ? null : file.sha256().hex(), upload.album() == null ? null : upload.album().value(),
                    upload.result() == null ? null : upload.result().image().value(), upload.createdAt(), upload.expiresAt());
        }
    }
}
