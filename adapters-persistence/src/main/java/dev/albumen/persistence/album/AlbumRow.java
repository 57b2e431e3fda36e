package dev.albumen.persistence.album;

import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumSort;
import dev.albumen.domain.album.Visibility;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.search.SavedSearchId;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.persistence.shared.Row;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An album as its row says it. The counts are the database's own business. */
@MappedEntity("albums")
record AlbumRow(
        @Id UUID id,
        UUID ownerId,
        @Nullable UUID parentId,
        String title,
        String description,
        String notes,
        String visibility,
        boolean master,
        @Nullable UUID coverImageId,
        String sort,
        @Nullable LocalDate shootingDate,
        boolean watermark,
        @Nullable UUID searchId,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    /** What {@link #read} needs, under the alias {@code a}. */
    static final String COLUMNS = """
            a.id, a.owner_id, a.parent_id, a.title, a.description, a.notes, a.visibility, a.master, a.cover_image_id, a.sort,
            a.shooting_date, a.watermark, a.search_id, a.created_at, a.updated_at, a.version
            """;

    static AlbumRow of(Album album, long version) {
        return new AlbumRow(
                album.id().value(), album.ownerId().value(), album.parentId() == null ? null : album.parentId().value(),
                album.title(), album.description(), album.notes(),
                name(album.visibility()), album.master(), album.coverImageId() == null ? null : album.coverImageId().value(),
                album.sort().label(), album.shootingDate(), album.watermark(),
                album.searchId() == null ? null : album.searchId().value(), album.createdAt(), album.updatedAt(), version);
    }

    static Album read(Row row) throws SQLException {
        return new AlbumRow(
                row.uuid("id"), row.uuid("owner_id"), row.uuidOrNull("parent_id"), row.text("title"),
                row.text("description"), row.text("notes"),
                row.text("visibility"), row.flag("master"), row.uuidOrNull("cover_image_id"), row.text("sort"),
                row.dateOrNull("shooting_date"), row.flag("watermark"), row.uuidOrNull("search_id"), row.time("created_at"), row.time("updated_at"),
                row.number("version"))
                .toAlbum();
    }

    Album toAlbum() {
        return new Album(
                new AlbumId(id), new UserId(ownerId), parentId == null ? null : new AlbumId(parentId), title, description, notes,
                Visibility.valueOf(visibility.toUpperCase(Locale.ROOT)), master,
                coverImageId == null ? null : new ImageId(coverImageId), AlbumSort.of(sort).orElseThrow(), shootingDate,
                watermark, searchId == null ? null : new SavedSearchId(searchId), createdAt, updatedAt, version);
    }

    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
