package dev.albumen.domain.image;

import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.Text;
import dev.albumen.domain.shared.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An uploaded picture. Its bytes never change; what is said about it does.
 *
 * @param filename as the uploader called it, without folders
 * @param takenAt when the picture was taken, by its metadata or by its owner
 * @param watermark whether everybody but its owner sees it with a mark
 * @param trashedAt when it went to the trash; {@code null} where it is not there
 * @param version counts changes, from 1
 */
public record Image(
        ImageId id,
        UserId ownerId,
        String filename,
        MediaType mediaType,
        long byteSize,
        Sha256 sha256,
        Dimensions dimensions,
        @Nullable Instant takenAt,
        ImageStatus status,
        @Nullable String title,
        String description,
        boolean watermark,
        ImageMetadata metadata,
        @Nullable Instant trashedAt,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    public static final int MAX_TITLE = 128;
    public static final int MAX_DESCRIPTION = 2000;

    /** What an upload brought and what its header says. */
    public record Upload(Filename filename, MediaType mediaType, long byteSize, Sha256 sha256, Dimensions dimensions) {}

    /** What the owner may change. */
    public record Patch(
            Change<String> title, Change<String> description, Change<Instant> takenAt, Change<Boolean> watermark) {}

    /** A new image, whose renditions are yet to be made. */
    public static Image uploaded(
            ImageId id, UserId owner, Upload upload, @Nullable String title, @Nullable String description, Instant now) {
        return new Image(id, owner, upload.filename().value(), upload.mediaType(), upload.byteSize(), upload.sha256(),
                upload.dimensions(), null, new ImageStatus.Pending(), Text.optionalLine("/title", title, MAX_TITLE),
                Text.lines("/description", description, MAX_DESCRIPTION), false, ImageMetadata.NONE, null, now, now, 1);
    }

    public boolean trashed() {
        return trashedAt != null;
    }

    public boolean ready() {
        return status instanceof ImageStatus.Ready;
    }

    /**
     * The same image as somebody sees it who may not see everything.
     *
     * @param details whether the file name and how the picture was made are shown
     * @param place whether where it was made and the raw metadata are shown
     */
    public Image disclosed(boolean details, boolean place) {
        if (details && place) {
            return this;
        }
        String name = details ? filename : id + "." + mediaType.extension();
        return new Image(id, ownerId, name, mediaType, byteSize, sha256, dimensions, takenAt, status, title,
                description, watermark, details ? metadata.withoutPlace() : ImageMetadata.NONE, trashedAt, createdAt,
                updatedAt, version);
    }

    /** The same image with what its owner changed. */
    public Image changed(Patch patch, Instant now) {
        if (trashed()) {
            throw new Refusal.Conflict("image-in-trash", "This image is in the trash. Restore it first.").thrown();
        }
        return new Image(id, ownerId, filename, mediaType, byteSize, sha256, dimensions,
                patch.takenAt().orKeep(takenAt, metadata.takenAt()), status,
                Text.optionalLine("/title", patch.title().orKeep(title, null), MAX_TITLE),
                Text.lines("/description", patch.description().orKeep(description, ""), MAX_DESCRIPTION),
                patch.watermark().orKeep(watermark, false), metadata, trashedAt, createdAt, now, version);
    }

    /** The same image, rendered. */
    public Image rendered(ImageStatus.Ready ready, ImageMetadata read, Instant now) {
        Instant taken = takenAt == null ? read.takenAt() : takenAt;
        return new Image(id, ownerId, filename, mediaType, byteSize, sha256, dimensions, taken, ready, title,
                description, watermark, read, trashedAt, createdAt, now, version);
    }

    /** The same image with a name for where it was taken, which is no change to who looks at it. */
    public Image placed(Place place) {
        return new Image(id, ownerId, filename, mediaType, byteSize, sha256, dimensions, takenAt, status, title,
                description, watermark, metadata.at(place), trashedAt, createdAt, updatedAt, version);
    }

    /** The same image with renditions made anew, which is no change to who looks at it. */
    public Image rerendered(ImageStatus.Ready ready) {
        return with(ready, trashedAt, updatedAt);
    }

    /** The same image, known not to decode. */
    public Image failed(String code, String reason, Instant now) {
        return with(new ImageStatus.Failed(code, reason), trashedAt, now);
    }

    /** The same image, yet to be processed anew. */
    public Image pendingAgain(Instant now) {
        return with(new ImageStatus.Pending(), trashedAt, now);
    }

    /** The same image in the trash. One that is there already stays as it is. */
    public Image trashed(Instant now) {
        return trashed() ? this : with(status, now, now);
    }

    /** The same image out of the trash. One that is not there stays as it is. */
    public Image restored(Instant now) {
        return trashed() ? with(status, null, now) : this;
    }

    private Image with(ImageStatus newStatus, @Nullable Instant newTrashedAt, Instant now) {
        return new Image(id, ownerId, filename, mediaType, byteSize, sha256, dimensions, takenAt, newStatus, title,
                description, watermark, metadata, newTrashedAt, createdAt, now, version);
    }
}
