package dev.albumen.rest.share;

import dev.albumen.application.image.ImageView;
import dev.albumen.application.share.ShareVisits;
import dev.albumen.application.share.VisitShare;
import dev.albumen.domain.image.Appearance;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageStatus;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.rest.image.ImageBodies;
import dev.albumen.rest.shared.Labels;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Share links as those who hold them see them: nothing of who made them or of the things behind them. */
final class PublicShareBodies {

    private PublicShareBodies() {}

    @Introspected
    @Schema(name = "SharePassword", example = "{\"password\": \"low tide\"}")
    record Password(String password) {
        @Override
        public String toString() {
            return "Password[…]";
        }
    }

    /** @param token to be sent as a bearer token; a cookie holds it too */
    @Serdeable.Serializable
    @Schema(name = "ShareVisit")
    record Visit(String token, Instant expiresAt) {

        static Visit of(ShareVisits.Visit visit) {
            return new Visit(visit.token(), visit.expiresAt());
        }

        @Override
        public String toString() {
            return "Visit[until " + expiresAt + "]";
        }
    }

    /**
     * @param recipient to whom the link was given under that name; {@code null} for nobody in particular
     * @param visit with which what follows is not counted as a further view
     */
    @Serdeable.Serializable
    @Schema(name = "PublicShare")
    record View(
            String resourceType, @Nullable String title, String description, @Nullable String label, @Nullable Instant expiresAt,
            int imageCount, @Nullable UUID coverImageId, String sort, String allowDownload, boolean allowUpload,
            boolean allowComments, boolean allowSelection, boolean showMetadata, @Nullable String recipient, Visit visit) {

        static View of(VisitShare.Visited visited) {
            var share = visited.open().share();
            ShareLink link = share.facts().link();
            return new View(Labels.of(ShareBodies.ResourceType.of(link.resource())), share.title(),
                    share.description(), link.label(), link.expiresAt(), share.imageCount(),
                    share.coverImageId() == null ? null : share.coverImageId().value(), share.sort().label(),
                    Labels.of(link.allowDownload()), link.terms().allowUpload(), link.terms().allowComments(), share.takesSelections(),
                    link.showMetadata(), link.recipient() == null ? null : link.recipient().name(), Visit.of(visited.visit()));
        }
    }

    /**
     * @param parentId the album that it lies in; {@code null} where that is the one that the link is to
     * @param cover one of its images; {@code null} where it shows none
     */
    @Serdeable.Serializable
    @Schema(name = "PublicAlbum")
    record SubAlbum(
            UUID id, @Nullable UUID parentId, String title, String description, int imageCount, String sort, @Nullable Picture cover) {}

    /** @param filename {@code null}, as {@code takenAt} and {@code metadata}, unless the link shows metadata */
    @Serdeable.Serializable
    @Schema(name = "PublicImage")
    record Picture(
            UUID id, @Nullable String filename, String mediaType, int width, int height, @Nullable Instant takenAt,
            ImageBodies.@Nullable Playing video, @Nullable String title, String description, ImageBodies.@Nullable Metadata metadata, @Nullable String blurHash,
            @Nullable String dominantColor, List<ImageBodies.Swatch> palette, ImageBodies.Urls urls) {

        static Picture of(ShareLink link, ImageView view, ImageBodies.Urls urls) {
            Image image = view.image();
            boolean all = link.showMetadata();
            ImageStatus.Ready ready = image.status() instanceof ImageStatus.Ready shown ? shown : null;
            Appearance looks = ready == null ? null : ready.appearance();
            return new Picture(image.id().value(), all ? image.filename() : null, image.mediaType().mimeType(),
                    image.dimensions().width(), image.dimensions().height(), all ? image.takenAt() : null,
                    ImageBodies.Playing.of(ready), image.title(),
                    image.description(), all ? ImageBodies.Metadata.of(image.metadata()) : null,
                    looks == null ? null : looks.blurHash(), looks == null ? null : looks.dominantColor(),
                    ImageBodies.Swatch.of(looks), urls);
        }
    }
}
