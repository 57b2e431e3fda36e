package dev.albumen.application.transfer;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An album in an export.
 *
 * @param master whether it holds everything its owner uploaded; then its images are listed with the images themselves
 * @param cover an image's SHA-256
 * @param images SHA-256 of each, in the album's manual order; its owner's alone
 * @param parent the number of the album that holds it, which is lower than its own; {@code null} at the top
 */
public record ExportedAlbum(
        String title, String description, String notes, String visibility, boolean master, String sort,
        @Nullable String shootingDate, boolean watermark, @Nullable String cover, String createdAt, List<String> images,
        @Nullable Integer parent) {

    public ExportedAlbum {
        Objects.requireNonNull(title);
        description = Objects.requireNonNullElse(description, "");
        notes = Objects.requireNonNullElse(notes, "");
        visibility = Objects.requireNonNullElse(visibility, "");
        sort = Objects.requireNonNullElse(sort, "");
        createdAt = Objects.requireNonNullElse(createdAt, "");
        images = List.copyOf(Objects.requireNonNullElse(images, List.of()));
    }
}
