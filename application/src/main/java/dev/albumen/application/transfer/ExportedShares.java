package dev.albumen.application.transfer;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The share links of an export, without what lets anybody in: no tokens and no passwords. Slugs can be guessed anyway. */
public record ExportedShares(List<ExportedShare> shares) {

    public ExportedShares {
        shares = List.copyOf(Objects.requireNonNullElse(shares, List.of()));
    }

    /**
     * A share link in an export.
     *
     * @param album number of the document of the album that it shows; {@code null} where it shows an image
     * @param withAlbums whether it shows those in it too
     * @param image SHA-256 of the image that it shows
     * @param recipients to whom it was given under their names
     */
    public record ExportedShare(
            @Nullable Integer album, boolean withAlbums, @Nullable String image, @Nullable String label, @Nullable String slug, @Nullable String startsAt,
            @Nullable String expiresAt, @Nullable Integer maxViews, @Nullable Integer maxDownloads, boolean hasPassword, boolean active,
            String allowDownload, boolean allowUpload, boolean allowComments, boolean showMetadata, boolean watermark,
            String createdAt, List<ExportedRecipient> recipients) {

        public ExportedShare {
            recipients = List.copyOf(Objects.requireNonNullElse(recipients, List.of()));
            allowDownload = Objects.requireNonNullElse(allowDownload, "");
            createdAt = Objects.requireNonNullElse(createdAt, "");
        }
    }

    /** Somebody to whom a link was given. What is {@code null} is as the link has it. */
    public record ExportedRecipient(
            String name, @Nullable String email, @Nullable String expiresAt, @Nullable Integer maxViews, @Nullable Integer maxDownloads,
            @Nullable String allowDownload, @Nullable Boolean allowUpload, @Nullable Boolean allowComments,
            @Nullable Boolean allowSelection, @Nullable Boolean watermark, boolean active) {

        public ExportedRecipient {
            name = Objects.requireNonNullElse(name, "");
        }
    }
}
