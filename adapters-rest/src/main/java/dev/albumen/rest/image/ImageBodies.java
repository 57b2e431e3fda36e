package dev.albumen.rest.image;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.albumen.application.image.ImageView;
import dev.albumen.domain.image.Appearance;
import dev.albumen.domain.image.Caption;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageMetadata;
import dev.albumen.domain.image.ImageStatus;
import dev.albumen.domain.image.TakenAt;
import dev.albumen.domain.image.Video;
import dev.albumen.domain.shared.Change;
import dev.albumen.rest.shared.Labels;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Images as they go in and out. */
public final class ImageBodies {

    private ImageBodies() {}

    @Introspected
    @Schema(name = "ImagePatch", example = "{\"title\": \"Low tide\", \"takenAt\": null, \"watermark\": true}")
    public record Patch(Change<String> title, Change<String> description, Change<Instant> takenAt, Change<Boolean> watermark) {

        public Image.Patch changes() {
            return new Image.Patch(title, description, takenAt, watermark);
        }
    }

    /**
     * @param likeCount how many users like it
     * @param liked whether the caller does
     * @param rating the caller's own, 1 to 5; {@code null} where they have not rated it
     * @param commentCount how many comments everybody sees who sees it
     */
    @Serdeable.Serializable
    @Schema(name = "Image")
    public record View(
            UUID id, UUID ownerId, String filename, String mediaType, long byteSize, String sha256, int width, int height,
            @Nullable Instant takenAt, String status, @Nullable Failure failure, @Nullable Notice notice,
            @Nullable Playing video, @Nullable String title, String description,
            boolean watermark, boolean favorite, int likeCount, boolean liked, @Nullable Integer rating,
            int commentCount, List<Tag> tags, Metadata metadata, @Nullable String blurHash,
                    @Nullable String dominantColor,
            List<Swatch> palette, Urls urls, @Nullable Instant trashedAt, Instant createdAt, Instant updatedAt, long version) {

        public static View of(ImageView view, Urls urls) {
            Image image = view.image();
            ImageStatus.Ready ready = image.status() instanceof ImageStatus.Ready shown ? shown : null;
            Appearance looks = ready == null ? null : ready.appearance();
            return new View(image.id().value(), image.ownerId().value(), image.filename(), image.mediaType().mimeType(),
                    image.byteSize(), image.sha256().hex(), image.dimensions().width(), image.dimensions().height(),
                    image.takenAt(), image.status().label(), Failure.of(image.status()), Notice.of(ready),
                    Playing.of(ready), image.title(), image.description(), image.watermark(),
                    view.favorite(), view.opinions().likeCount(), view.opinions().liked(), view.opinions().rating(),
                    view.opinions().commentCount(), view.tags().stream().map(Tag::of).toList(), Metadata.of(image.metadata()),
                    looks == null ? null : looks.blurHash(), looks == null ? null : looks.dominantColor(), Swatch.of(looks), urls,
                    image.trashedAt(), image.createdAt(), image.updatedAt(), image.version());
        }
    }

    /**
     * @param duplicate whether the owner had the same bytes already: then this is the image that has them
     * @param quotaWarning {@code high} where this took the owner to 80 % of their quota or beyond, {@code critical} from
     *     95 %; {@code null} below, and where nothing new was stored
     */
    @Serdeable.Serializable
    @Schema(name = "UploadedImage")
    public record Uploaded(@JsonUnwrapped View image, boolean duplicate, @Nullable String quotaWarning) {}

    /** @param share of the picture, 0 to 1 */
    @Serdeable.Serializable
    @Schema(name = "Swatch", example = "{\"color\": \"#4a6f8c\", \"share\": 0.412}")
    public record Swatch(String color, double share) {

        /** The most frequent first; none where the picture has not been looked at so. */
        public static List<Swatch> of(@Nullable Appearance looks) {
            return looks == null ? List.of()
                    : looks.palette().stream().map(swatch -> new Swatch(swatch.color(), swatch.share())).toList();
        }
    }

    /** @param code stable, kebab-case */
    @Serdeable.Serializable
    @Schema(name = "ImageFailure")
    public record Failure(String code, String reason) {

        static @Nullable Failure of(ImageStatus status) {
            return status instanceof ImageStatus.Failed(String code, String reason) ? new Failure(code, reason) : null;
        }
    }

    /**
     * What is short of complete about an image that is ready all the same.
     *
     * @param code stable, kebab-case
     */
    @Serdeable.Serializable
    @Schema(name = "ImageNotice", example = "{\"code\": \"poster-unavailable\", \"reason\": \"This service has no ffmpeg.\"}")
    public record Notice(String code, String reason) {

        private static final String UNAVAILABLE = "poster-unavailable";

        public static @Nullable Notice of(ImageStatus.@Nullable Ready ready) {
            if (ready == null || ready.video() == null) {
                return null;
            }
            return switch (ready.video().poster()) {
                case FRAME -> null;
                case NO_TOOL -> new Notice(UNAVAILABLE,
                        "This service has no ffmpeg, so a drawn picture stands for the video. The original plays.");
                case UNKNOWN_CODEC -> new Notice(UNAVAILABLE,
                        "No frame of this codec can be decoded here, so a drawn picture stands for the video.");
            };
        }
    }

    /**
     * A video's own.
     *
     * @param durationSeconds {@code null} where the file does not say
     * @param codec of its pictures, such as {@code h264}
     */
    @Serdeable.Serializable
    @Schema(name = "ImageVideo", example = "{\"durationSeconds\": 12.5, \"codec\": \"h264\"}")
    public record Playing(@Nullable Double durationSeconds, @Nullable String codec) {

        public static @Nullable Playing of(ImageStatus.@Nullable Ready ready) {
            Video video = ready == null ? null : ready.video();
            return video == null ? null : new Playing(video.durationSeconds(), video.codec());
        }
    }

    /**
     * @param category the name of its owner's category that it is in, or else of the labeler's; null for none
     * @param confidence how sure the labeler was, from 0 to 1; null where a user gave the tag
     * @param provider which labeler; null where a user gave the tag
     */
    @Serdeable.Serializable
    @Schema(name = "ImageTag")
    public record Tag(
            String name, String source, @Nullable String category, @Nullable Double confidence, @Nullable String provider) {

        private static final double THOUSAND = 1000;

        static Tag of(ImageView.Tag tag) {
            ImageView.Seen seen = tag.seen();
            return new Tag(tag.name(), tag.source(), tag.category(), seen == null ? null : seen.confidencePerMille() / THOUSAND,
                    seen == null ? null : seen.provider());
        }
    }

    /**
     * @param takenAtOffset of the camera's clock, such as {@code +02:00}; {@code null} where nothing says it
     * @param takenAtSource exif-original, exif-digitized, xmp, iptc, exif-modified or gps, of videos quicktime or container:
     *     which of the file's times was taken
     * @param takenAtZone stated, gps or assumed-utc: how the clock's time became UTC
     * @param rating the file's own: 1 to 5 stars, -1 for rejected; {@code null} where unrated
     * @param keywords the file's own, which are no tags unless that is asked for
     * @param raw every directory of the file, by directory and name; left out of lists
     */
    @Serdeable.Serializable
    @Schema(name = "ImageMetadata", example = """
            {"takenAtOffset": "+02:00", "takenAtSource": "exif-original", "takenAtZone": "stated", "camera": "Albion A7",
             "lens": "Albion 35mm F2.8", "exposure": {"seconds": 0.004, "aperture": 2.8, "iso": 400, "focalLength": 35},
             "gps": {"latitude": 59.9, "longitude": 10.7, "altitude": 12},
             "place": {"city": "Sjølyststranda", "district": "Oslo", "region": "Oslo", "country": "Norway", "countryCode": "NO"},
             "colorProfile": "Display P3", "title": "Low tide",
             "description": "The quay in the morning", "creator": "Ada Lovelace", "copyright": "© Ada Lovelace", "rating": 4,
             "keywords": ["quay", "sea"], "raw": {"Exif SubIFD": {"Body Serial Number": "4711"}}}
            """)
    public record Metadata(
            @Nullable String takenAtOffset, @Nullable String takenAtSource, @Nullable String takenAtZone,
            @Nullable String camera, @Nullable String lens, @Nullable Exposure exposure, @Nullable Gps gps,
            @Nullable Place place, @Nullable String colorProfile, @Nullable String title, @Nullable String description, @Nullable String creator,
            @Nullable String copyright, @Nullable Integer rating, List<String> keywords,
            @Nullable Map<String, Map<String, String>> raw) {

        public static Metadata of(ImageMetadata metadata) {
            TakenAt taken = metadata.taken();
            Caption caption = metadata.caption();
            return new Metadata(
                    taken == null || taken.offset() == null ? null : offset(taken.offset()),
                    taken == null || taken.source() == null ? null : Labels.of(taken.source()),
                    taken == null || taken.zone() == null ? null : Labels.of(taken.zone()),
                    metadata.camera(), metadata.lens(), Exposure.of(metadata.exposure()), Gps.of(metadata.gps()),
                    Place.of(metadata.place()), metadata.colorProfile(), caption.title(), caption.description(), caption.creator(),
                    caption.copyright(), caption.rating(), caption.keywords(), metadata.raw().isEmpty() ? null : metadata.raw());
        }

        /** Not the letter Z for UTC, so that all offsets are of one form. */
        private static String offset(ZoneOffset offset) {
            return offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId();
        }
    }

    /** @param focalLength in millimetres */
    @Serdeable.Serializable
    public record Exposure(@Nullable Double seconds, @Nullable Double aperture, @Nullable Integer iso, @Nullable Double focalLength) {

        static @Nullable Exposure of(ImageMetadata.@Nullable Exposure exposure) {
            return exposure == null ? null : new Exposure(exposure.seconds(), exposure.aperture(), exposure.iso(), exposure.focalLength());
        }
    }

    /** @param altitude metres above sea level */
    @Serdeable.Serializable
    public record Gps(double latitude, double longitude, @Nullable Double altitude) {

        static @Nullable Gps of(ImageMetadata.@Nullable Gps gps) {
            return gps == null ? null : new Gps(gps.latitude(), gps.longitude(), gps.altitude());
        }
    }

    /**
     * What people call where a picture was taken: the nearest city within 50 km, and what that lies in.
     *
     * @param city or village, or a part of a city
     * @param district such as a county
     * @param region such as a state
     * @param country in English
     * @param countryCode two letters (ISO 3166-1)
     */
    @Serdeable.Serializable
    @Schema(name = "ImagePlace")
    public record Place(String city, @Nullable String district, @Nullable String region, String country, String countryCode) {

        static @Nullable Place of(dev.albumen.domain.image.@Nullable Place place) {
            return place == null ? null
                    : new Place(place.city(), place.district(), place.region(), place.country(), place.countryCode());
        }
    }

    /** @param original {@code null} where it is not given away */
    @Serdeable.Serializable
    @Schema(name = "ImageUrls")
    public record Urls(String thumbnail, String preview, String large, @Nullable String original) {

        /** All four under one address, with the same query. */
        public static Urls under(String base, String query) {
            return new Urls(base + "/thumbnail" + query, base + "/preview" + query, base + "/large" + query, base + "/original" + query);
        }

        public Urls withoutOriginal() {
            return new Urls(thumbnail, preview, large, null);
        }
    }
}
