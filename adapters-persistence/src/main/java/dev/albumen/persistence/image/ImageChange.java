package dev.albumen.persistence.image;

import dev.albumen.domain.image.Appearance;
import dev.albumen.domain.image.Caption;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageMetadata;
import dev.albumen.domain.image.ImageMetadata.Exposure;
import dev.albumen.domain.image.ImageMetadata.Gps;
import dev.albumen.domain.image.ImageStatus;
import dev.albumen.domain.image.Place;
import dev.albumen.domain.image.TakenAt;
import dev.albumen.domain.image.Video;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How an image is written to its row: one order of columns for both statements. */
final class ImageChange {

    static final String INSERT = """
            INSERT INTO images (owner_id, filename, media_type, byte_size, sha256, width, height, taken_at, status,
                failure_code, failure_reason, blur_hash, dominant_color, palette, difference_hash, renditions,
                video_poster, video_seconds, video_codec, title, description, watermark, metadata_at,
                camera, lens, exposure_seconds, aperture, iso, focal_length, latitude, longitude, altitude,
                place_city, place_district, place_region, place_country, place_country_code,
                color_profile, taken_offset, taken_source, taken_zone, caption_title, caption_text, caption_creator,
                caption_rights, caption_rating, keywords, metadata_raw, trashed_at, created_at, updated_at, version, id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS jsonb), ?, ?, ?, ?, ?)
            ON CONFLICT (owner_id, sha256) DO NOTHING
            """;

    static final String UPDATE = """
            UPDATE images i SET owner_id = ?, filename = ?, media_type = ?, byte_size = ?, sha256 = ?, width = ?,
                height = ?, taken_at = ?, status = ?, failure_code = ?, failure_reason = ?, blur_hash = ?,
                dominant_color = ?, palette = ?, difference_hash = ?, renditions = ?, video_poster = ?, video_seconds = ?,
                video_codec = ?, title = ?, description = ?, watermark = ?, metadata_at = ?, camera = ?, lens = ?,
                exposure_seconds = ?, aperture = ?, iso = ?, focal_length = ?, latitude = ?, longitude = ?,
                altitude = ?, place_city = ?, place_district = ?, place_region = ?, place_country = ?, place_country_code = ?,
                color_profile = ?, taken_offset = ?, taken_source = ?, taken_zone = ?, caption_title = ?,
                caption_text = ?, caption_creator = ?, caption_rights = ?, caption_rating = ?, keywords = ?,
                metadata_raw = CAST(? AS jsonb), trashed_at = ?, created_at = ?, updated_at = ?, version = ?
            WHERE i.id = ? AND i.version = ?
            RETURNING
            """;

    private static final Exposure NO_EXPOSURE = new Exposure(null, null, null, null);

    private ImageChange() {}

    /** The values of the statement's columns, then the last ones. */
    static @Nullable Object[] values(Image image, String raw, @Nullable Object... last) {
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList(
                image.ownerId().value(), image.filename(), image.mediaType().mimeType(), image.byteSize(),
                HexFormat.of().parseHex(image.sha256().hex()), image.dimensions().width(), image.dimensions().height(),
                image.takenAt()));
        addStatus(values, image.status());
        values.add(image.title());
        values.add(image.description());
        values.add(image.watermark());
        addMetadata(values, image.metadata());
        values.addAll(Arrays.asList(raw, image.trashedAt(), image.createdAt(), image.updatedAt()));
        values.addAll(Arrays.asList(last));
        return values.toArray();
    }

    private static void addStatus(List<@Nullable Object> values, ImageStatus status) {
        values.add(status.label());
        values.addAll(switch (status) {
            case ImageStatus.Pending pending -> Arrays.asList(null, null, null, null, null, null, null);
            case ImageStatus.Failed(String code, String reason) -> Arrays.asList(code, reason, null, null, null, null, null);
            case ImageStatus.Ready ready -> readied(ready.appearance(), ready.renditions());
        });
        Video video = status instanceof ImageStatus.Ready ready ? ready.video() : null;
        values.addAll(video == null ? Arrays.asList(null, null, null)
                : Arrays.asList(video.poster().name(), video.durationSeconds(), storable(video.codec())));
    }

    private static List<@Nullable Object> readied(Appearance appearance, Set<String> renditions) {
        return Arrays.asList(null, null, appearance.blurHash(), appearance.dominantColor(),
                AppearanceColumns.palette(appearance), AppearanceColumns.hash(appearance), renditions.toArray(String[]::new));
    }

    private static void addMetadata(List<@Nullable Object> values, ImageMetadata metadata) {
        Exposure exposure = metadata.exposure() == null ? NO_EXPOSURE : metadata.exposure();
        List<@Nullable Double> position = metadata.gps() instanceof Gps(double latitude, double longitude, Double altitude)
                ? Arrays.asList(latitude, longitude, altitude)
                : Arrays.asList(null, null, null);
        values.addAll(Arrays.asList(metadata.takenAt(), storable(metadata.camera()), storable(metadata.lens()),
                exposure.seconds(), exposure.aperture(), exposure.iso(), exposure.focalLength()));
        values.addAll(position);
        addPlace(values, metadata.place());
        values.add(storable(metadata.colorProfile()));
        addTaken(values, metadata.taken());
        addCaption(values, metadata.caption());
    }

    private static void addPlace(List<@Nullable Object> values, @Nullable Place place) {
        values.addAll(place == null ? Arrays.asList(null, null, null, null, null)
                : Arrays.asList(place.city(), place.district(), place.region(), place.country(), place.countryCode()));
    }

    private static void addTaken(List<@Nullable Object> values, @Nullable TakenAt taken) {
        values.add(taken == null || taken.offset() == null ? null : taken.offset().getTotalSeconds());
        values.add(taken == null ? null : label(taken.source()));
        values.add(taken == null ? null : label(taken.zone()));
    }

    private static void addCaption(List<@Nullable Object> values, Caption caption) {
        values.addAll(Arrays.asList(storable(caption.title()), storable(caption.description()), storable(caption.creator()),
                storable(caption.copyright()), caption.rating(),
                caption.keywords().stream().map(ImageChange::storable).toArray(String[]::new)));
    }

    private static @Nullable String label(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name().toLowerCase(Locale.ROOT);
    }

    /** Without the one character that PostgreSQL cannot keep. Files are full of it, and it means nothing. */
    static @Nullable String storable(@Nullable String text) {
        return text == null ? null : text.replace("\0", "");
    }
}
