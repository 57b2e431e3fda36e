package dev.albumen.persistence.image;

import dev.albumen.application.image.Images;
import dev.albumen.application.shared.LostRaceException;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.UserId;
import dev.albumen.persistence.shared.Json;
import dev.albumen.persistence.shared.Row;
import dev.albumen.persistence.shared.Sql;
import io.micronaut.core.type.Argument;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

@Singleton
final class PostgresImages implements Images {

    private static final String SELECT = "SELECT " + ImageRow.COLUMNS + ", i.metadata_raw FROM images i ";
    private static final String SAVE = ImageChange.UPDATE + ImageRow.COLUMNS + ", i.metadata_raw";
    private static final String PURGE = "DELETE FROM images WHERE id = ? AND trashed_at IS NOT NULL";
    private static final String UNPLACED = """
            SELECT id, latitude, longitude, altitude FROM images
            WHERE id > ? AND latitude IS NOT NULL AND place_city IS NULL ORDER BY id LIMIT ?
            """;
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    static final Argument<Map<String, Map<String, String>>> RAW =
            Argument.mapOf(Argument.STRING, Argument.mapOf(String.class, String.class));

    private final Sql sql;
    private final Json json;

    PostgresImages(Sql sql, Json json) {
        this.sql = sql;
        this.json = json;
    }

    @Override
    public boolean add(Image image) {
        return sql.change(ImageChange.INSERT, ImageChange.values(image, raw(image), image.version(), image.id().value())) == 1;
    }

    @Override
    public Optional<Image> find(ImageId id) {
        return sql.find(SELECT + "WHERE i.id = ?", this::read, id.value());
    }

    @Override
    public Optional<Image> findByContent(UserId owner, Sha256 content) {
        return sql.find(SELECT + "WHERE i.owner_id = ? AND i.sha256 = ?", this::read, owner.value(),
                HexFormat.of().parseHex(content.hex()));
    }

    @Override
    public Image save(Image image) {
        return sql.find(SAVE, this::read, ImageChange.values(
                        image, raw(image), image.version() + 1, image.id().value(), image.version()))
                .orElseThrow(LostRaceException::new);
    }

    @Override
    public boolean purge(ImageId id) {
        return sql.change(PURGE, id.value()) == 1;
    }

    @Override
    public List<Image> trashedBefore(Instant time, int limit) {
        return sql.list(SELECT + "WHERE i.trashed_at < ? ORDER BY i.trashed_at, i.id LIMIT ?", this::read, time, limit);
    }

    @Override
    public List<Unplaced> unplaced(Optional<ImageId> after, int limit) {
        return sql.list(UNPLACED, row -> new Unplaced(new ImageId(row.uuid("id")), Objects.requireNonNull(ImageRow.gps(row))),
                after.map(ImageId::value).orElse(BEFORE_ALL), limit);
    }

    @Override
    public List<Image> trashOf(UserId owner, int limit) {
        return sql.list(SELECT + """
                WHERE i.owner_id = ? AND i.trashed_at IS NOT NULL ORDER BY i.trashed_at, i.id LIMIT ?
                """, this::read, owner.value(), limit);
    }

    private Image read(Row row) throws SQLException {
        return ImageRow.read(row, json.read(row.text("metadata_raw"), RAW));
    }

    private String raw(Image image) {
        Map<String, Map<String, String>> clean = new LinkedHashMap<>();
        image.metadata().raw().forEach((directory, tags) -> {
            Map<String, String> cleanTags = new LinkedHashMap<>(tags);
            cleanTags.replaceAll((tag, text) -> text.replace("\0", ""));
            clean.put(directory, cleanTags);
        });
        return json.write(clean);
    }
}
