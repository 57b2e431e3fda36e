package dev.albumen.application.image;

import dev.albumen.application.shared.SequentialIds;
import dev.albumen.domain.image.Dimensions;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.image.ImageMetadata;
import dev.albumen.domain.image.ImageStatus;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.UserId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes images for tests: {@code anImage(ada).named("sea.jpg").ready().build()}. Every one has other bytes. */
public final class ImageBuilder {

    public static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    public static final ImageStatus READY = new ImageStatus.Ready("LEHV6nWB2yk8", "#4a6f8c", Set.of("thumbnail-v1.webp"));

    private static final SequentialIds IDS = new SequentialIds();

    private final UserId owner;
    private final ImageId id = new ImageId(IDS.next());
    private String filename = "picture.jpg";
    private MediaType mediaType = MediaType.JPEG;
    private long byteSize = 1000;
    private Sha256 sha256 = content(id.value());
    private @Nullable Instant takenAt;
    private ImageStatus status = READY;
    private @Nullable String title;
    private String description = "";
    private ImageMetadata metadata = ImageMetadata.NONE;
    private @Nullable Instant trashedAt;

    private ImageBuilder(UserId owner) {
        this.owner = owner;
    }

    public static ImageBuilder anImage(UserId owner) {
        return new ImageBuilder(owner);
    }

    public ImageBuilder named(String name) {
        filename = name;
        return this;
    }

    public ImageBuilder of(MediaType type, long size) {
        mediaType = type;
        byteSize = size;
        return this;
    }

    public ImageBuilder containing(Sha256 content) {
        sha256 = content;
        return this;
    }

    public ImageBuilder taken(@Nullable Instant time) {
        takenAt = time;
        return this;
    }

    public ImageBuilder titled(String newTitle, String newDescription) {
        title = newTitle;
        description = newDescription;
        return this;
    }

    public ImageBuilder with(ImageStatus newStatus) {
        status = newStatus;
        return this;
    }

    public ImageBuilder with(ImageMetadata newMetadata) {
        metadata = newMetadata;
        return this;
    }

    public ImageBuilder trashed(@Nullable Instant time) {
        trashedAt = time;
        return this;
    }

    public Image build() {
        return new Image(id, owner, filename, mediaType, byteSize, sha256, new Dimensions(4000, 3000), takenAt, status,
                title, description, metadata, trashedAt, NOON, NOON, 1);
    }

    private static Sha256 content(UUID id) {
        return new Sha256(id.toString().replace("-", "").repeat(2));
    }
}
