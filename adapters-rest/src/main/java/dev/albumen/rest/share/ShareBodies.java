package dev.albumen.rest.share;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.albumen.application.share.OwnedShare;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.share.Download;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.share.SharedResource;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Change;
import dev.albumen.rest.shared.Labels;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Share links as those who make them see them. */
final class ShareBodies {

    private ShareBodies() {}

    enum ResourceType { ALBUM, IMAGE }

    /** @param allowDownload {@code none} where nothing is said */
    @Introspected
    @Schema(name = "NewShareLink", example = """
            {"resourceType": "album", "resourceId": "0190a1de-7c00-7000-8000-000000000001", "label": "For the family",
             "expiresAt": "2030-01-01T00:00:00Z", "allowDownload": "preview"}""")
    record Create(
            ResourceType resourceType, UUID resourceId, @Nullable String label, @Nullable Instant expiresAt,
            @Nullable String password, @Nullable Download allowDownload, @Nullable Boolean showMetadata,
            @Nullable Boolean watermark) {

        SharedResource resource() {
            return ShareBodies.resource(resourceType, resourceId);
        }

        @Override
        public String toString() {
            return "Create[" + resourceType + " " + resourceId + "]";
        }
    }

    /** @param password {@code null} takes it away */
    @Introspected
    @Schema(name = "ShareLinkPatch", example = "{\"active\": false}")
    record Patch(
            Change<String> label, Change<Instant> expiresAt, Change<String> password, Change<Download> allowDownload,
            Change<Boolean> showMetadata, Change<Boolean> active, Change<Boolean> watermark) {

        @Override
        public String toString() {
            return "Patch[…]";
        }
    }

    /**
     * @param token for the link's owner alone
     * @param url the same
     */
    @Serdeable.Serializable
    @Schema(name = "ShareLink")
    record View(
            UUID id, String resourceType, UUID resourceId, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String token,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String url, @Nullable String label,
            @Nullable Instant expiresAt, boolean hasPassword, boolean active, String allowDownload, boolean showMetadata,
            boolean watermark, Instant createdAt, Instant updatedAt, long version) {

        static View of(OwnedShare share, @Nullable String address) {
            ShareLink link = share.link();
            boolean album = link.resource() instanceof SharedResource.OfAlbum;
            UUID resource = switch (link.resource()) {
                case SharedResource.OfAlbum(AlbumId id) -> id.value();
                case SharedResource.OfImage(ImageId id) -> id.value();
            };
            return new View(link.id().value(), Labels.of(album ? ResourceType.ALBUM : ResourceType.IMAGE), resource, share.token(),
                    address, link.label(), link.expiresAt(), link.hasPassword(), link.active(), Labels.of(link.allowDownload()),
                    link.showMetadata(), link.watermark(), link.createdAt(), link.updatedAt(), link.version());
        }

        @Override
        public String toString() {
            return "View[" + id + "]";
        }
    }

    static SharedResource resource(ResourceType type, UUID id) {
        return switch (type) {
            case ALBUM -> new SharedResource.OfAlbum(new AlbumId(id));
            case IMAGE -> new SharedResource.OfImage(new ImageId(id));
        };
    }
}
