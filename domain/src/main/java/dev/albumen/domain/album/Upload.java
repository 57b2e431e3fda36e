package dev.albumen.domain.album;

import dev.albumen.domain.image.Filename;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.UploadId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.ReservationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that was announced and is sent by itself, with its bytes reserved in its owner's quota until it is completed or
 * ends otherwise.
 *
 * @param album one more album to put it into; {@code null} for the master album alone
 * @param file as it was announced
 * @param expiresAt when it ends unless it is completed by then
 * @param resumable whether its bytes come in parts, to this service; else all at once, to an address of their own
 * @param result what became of it; {@code null} until it is completed
 */
public record Upload(
        UploadId id, UserId ownerId, @Nullable AlbumId album, Announced file, boolean resumable, Instant createdAt, Instant expiresAt,
        @Nullable Result result) {

    /**
     * What a client says of a file before it sends it. Nothing of it is believed but the length and the checksum, which
     * the bytes must have.
     *
     * @param mediaType as it has to be sent; what the file is, its content says
     * @param sha256 {@code null} where the client does not say
     */
    public record Announced(Filename filename, long byteSize, String mediaType, @Nullable Sha256 sha256) {}

    /** @param duplicate whether the image was there already */
    public record Result(ImageId image, boolean duplicate) {}

    /** That of its bytes. */
    public ReservationId reservation() {
        return new ReservationId(id.value());
    }

    /** Hides it from everybody but its owner. */
    public void requireOwner(Viewer viewer) {
        if (!viewer.member().userId().equals(ownerId)) {
            throw Refusal.notFound();
        }
    }

    /** Refuses what would change an upload that has ended. */
    public void requireOpen(Instant now) {
        if (result != null) {
            throw new Refusal.Conflict("upload-completed", "This upload is completed already.").thrown();
        }
        if (!now.isBefore(expiresAt)) {
            throw new Refusal.Gone("upload-expired", "This upload has expired. Begin a new one.").thrown();
        }
    }

    /** The same upload with what became of it. */
    public Upload completed(ImageId image, boolean duplicate) {
        return new Upload(id, ownerId, album, file, resumable, createdAt, expiresAt, new Result(image, duplicate));
    }
}
