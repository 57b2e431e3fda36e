package dev.albumen.persistence.image;

import dev.albumen.domain.image.Appearance;
import dev.albumen.domain.image.Caption;
import dev.albumen.domain.image.Dimensions;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.image.ImageMetadata;
import dev.albumen.domain.image.ImageMetadata.Exposure;
import dev.albumen.domain.image.ImageMetadata.Gps;
import dev.albumen.domain.image.ImageStatus;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.image.Place;
import dev.albumen.domain.image.TakenAt;
import dev.albumen.domain.image.Video;
import dev.albumen.domain.shared.UserId;
import dev.albumen.persistence.shared.Row;
import dev.albumen.persistence.shared.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How an image is read from its row, under the alias {@code i}. */
final class ImageRow {

    /** Everything but the raw metadata, which only a single image is asked for. */
    static final String COLUMNS = """
            i.id, i.owner_id, i.filename, i.media_type, i.byte_size, i.sha256, i.width, i.height, i.taken_at, i.status,
            i.failure_code, i.failure_reason, i.blur_hash, i.dominant_color, i.palette, i.difference_hash, i.renditions,
            i.video_poster, i.video_seconds, i.video_codec, i.title, i.description, i.watermark,
            i.metadata_at, i.camera, i.lens, i.exposure_seconds, i.aperture, i.iso, i.focal_length, i.latitude,
            i.longitude, i.altitude, i.place_city, i.place_district, i.place_region, i.place_country, i.place_country_code,
            i.color_profile, i.taken_offset, i.taken_source, i.taken_zone, i.caption_title,
            i.caption_text, i.caption_creator, i.caption_rights, i.caption_rating, i.keywords, i.trashed_at, i.created_at,
            i.updated_at, i.version
            """;

    private ImageRow() {}

    static Image read(Row row, Map<String, Map<String, String>> raw) throws SQLException {
        return new Image(
                new ImageId(row.uuid("id")), new UserId(row.uuid("owner_id")), row.text("filename"), mediaType(row),
                row.number("byte_size"), row.sha256("sha256"), dimensions(row),
                row.timeOrNull("taken_at"), status(row, AppearanceColumns::read, video(row)), row.textOrNull("title"), row.text("description"),
                row.flag("watermark"), metadata(row, raw), row.timeOrNull("trashed_at"), row.time("created_at"),
                row.time("updated_at"),
                row.number("version"));
    }

    static Dimensions dimensions(Row row) throws SQLException {
        return new Dimensions(row.integer("width"), row.integer("height"));
    }

    static MediaType mediaType(Row row) throws SQLException {
        String name = row.text("media_type");
        return MediaType.of(name).orElseThrow(() -> new IllegalStateException("unknown media type " + name));
    }

    /** As far as serving bytes takes it, which reads fewer columns: without palette, hash and what is known of a video. */
    static ImageStatus status(Row row) throws SQLException {
        return status(row, AppearanceColumns::readPlaceholder, null);
    }

    private static ImageStatus status(Row row, Sql.RowReader<Appearance> appearance, @Nullable Video video) throws SQLException {
        String status = row.text("status");
        return switch (status) {
            case "pending" -> new ImageStatus.Pending();
            case "ready" -> new ImageStatus.Ready(appearance.read(row), Set.copyOf(row.texts("renditions")), video);
            case "failed" -> new ImageStatus.Failed(row.text("failure_code"), row.text("failure_reason"));
            default -> throw new IllegalStateException("unknown status " + status);
        };
    }

    private static @Nullable Video video(Row row) throws SQLException {
        String poster = row.textOrNull("video_poster");
        return poster == null ? null
                : new Video(row.realOrNull("video_seconds"), row.textOrNull("video_codec"), Video.Poster.valueOf(poster));
    }

    private static ImageMetadata metadata(Row row, Map<String, Map<String, String>> raw) throws SQLException {
        return new ImageMetadata(taken(row), row.textOrNull("camera"), row.textOrNull("lens"),
                exposure(row), gps(row), place(row), row.textOrNull("color_profile"), caption(row), raw);
    }

    private static @Nullable TakenAt taken(Row row) throws SQLException {
        Instant at = row.timeOrNull("metadata_at");
        Integer seconds = row.integerOrNull("taken_offset");
        return at == null ? null : new TakenAt(at, seconds == null ? null : ZoneOffset.ofTotalSeconds(seconds),
                constant(TakenAt.Source.class, row.textOrNull("taken_source")),
                constant(TakenAt.Zone.class, row.textOrNull("taken_zone")));
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String label) {
        return label == null ? null : Enum.valueOf(type, label.toUpperCase(Locale.ROOT));
    }

    private static Caption caption(Row row) throws SQLException {
        return new Caption(row.textOrNull("caption_title"), row.textOrNull("caption_text"), row.textOrNull("caption_creator"),
                row.textOrNull("caption_rights"), row.integerOrNull("caption_rating"), row.texts("keywords"));
    }

    private static @Nullable Exposure exposure(Row row) throws SQLException {
        Exposure read = new Exposure(row.realOrNull("exposure_seconds"), row.realOrNull("aperture"),
                row.integerOrNull("iso"), row.realOrNull("focal_length"));
        return read.equals(new Exposure(null, null, null, null)) ? null : read;
    }

    private static @Nullable Place place(Row row) throws SQLException {
        String city = row.textOrNull("place_city");
        return city == null ? null : new Place(city, row.textOrNull("place_district"), row.textOrNull("place_region"),
                row.text("place_country"), row.text("place_country_code"));
    }

    static @Nullable Gps gps(Row row) throws SQLException {
        Double latitude = row.realOrNull("latitude");
        Double longitude = row.realOrNull("longitude");
        return latitude == null || longitude == null ? null : new Gps(latitude, longitude, row.realOrNull("altitude"));
    }
}
