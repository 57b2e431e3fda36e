package dev.albumen.application.transfer;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Some of the images of an export, in the order in which the album that holds everything has them. */
public record ExportedImages(List<ExportedImage> images) {

    public ExportedImages {
        images = List.copyOf(Objects.requireNonNullElse(images, List.of()));
    }

    /**
     * An image in an export.
     *
     * @param file where its original lies in the archive
     * @param filename as its owner called it
     * @param rating the owner's own, 1 to 5; {@code null} for none
     * @param takenAt as its owner says; {@code null} where it is what the file says, or nothing
     */
    public record ExportedImage(
            String sha256, String file, String filename, String mediaType, long byteSize, @Nullable String title,
            String description, List<ExportedTag> tags, boolean favorite, boolean liked,
            @Nullable Integer rating, boolean watermark, @Nullable String takenAt,
            String createdAt) {

        public ExportedImage {
            Objects.requireNonNull(sha256);
            Objects.requireNonNull(file);
            filename = Objects.requireNonNullElse(filename, "");
            mediaType = Objects.requireNonNullElse(mediaType, "");
            description = Objects.requireNonNullElse(description, "");
            tags = List.copyOf(Objects.requireNonNullElse(tags, List.of()));
            createdAt = Objects.requireNonNullElse(createdAt, "");
        }
    }

    /** @param source {@code user} or {@code labeler} */
    public record ExportedTag(String name, String source) {

        public ExportedTag {
            Objects.requireNonNull(name);
            source = Objects.requireNonNullElse(source, "");
        }
    }
}
