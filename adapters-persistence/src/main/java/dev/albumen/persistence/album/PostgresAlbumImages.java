package dev.albumen.persistence.album;

import dev.albumen.application.album.AlbumImages;
import dev.albumen.domain.album.Position;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.persistence.shared.Row;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every change locks the album's row first, so that two changes of one album cannot take the same place. */
@Singleton
final class PostgresAlbumImages implements AlbumImages {

    private static final String LOCK = "SELECT 1 FROM albums WHERE id = ? FOR NO KEY UPDATE";
    private static final String APPEND = """
            INSERT INTO album_images (album_id, image_id, position, added_by, added_at)
            SELECT ?, new.id, coalesce((SELECT floor(max(position)) FROM album_images WHERE album_id = ?), 0) + new.place, ?, ?
            FROM unnest(?) WITH ORDINALITY AS new (id, place)
            ON CONFLICT (album_id, image_id) DO NOTHING
            RETURNING image_id
            """;
    private static final String REMOVE =
            "DELETE FROM album_images WHERE album_id = ? AND image_id = ANY (?) RETURNING image_id";
    private static final String UNCOVER = """
            UPDATE albums SET cover_image_id = NULL, version = version + 1 WHERE id = ? AND cover_image_id = ANY (?)
            """;
    private static final String ALL = "SELECT image_id FROM album_images WHERE album_id = ? ORDER BY position, image_id";
    private static final String POSITION = "SELECT position FROM album_images WHERE album_id = ? AND image_id = ?";
    private static final String NEXT = """
            SELECT position FROM album_images
            WHERE album_id = ? AND image_id <> ? AND (CAST(? AS numeric) IS NULL OR position > ?)
            ORDER BY position LIMIT 1
            """;
    private static final String MOVE = "UPDATE album_images SET position = ? WHERE album_id = ? AND image_id = ?";

    private final Sql sql;

    PostgresAlbumImages(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Set<ImageId> append(AlbumId album, List<ImageId> images, UserId addedBy, Instant now) {
        lock(album);
        return Set.copyOf(sql.list(APPEND, PostgresAlbumImages::image, album.value(), album.value(), addedBy.value(), now,
                ids(images)));
    }

    @Override
    public Set<ImageId> remove(AlbumId album, Collection<ImageId> images) {
        lock(album);
        Set<ImageId> removed = Set.copyOf(sql.list(REMOVE, PostgresAlbumImages::image, album.value(), ids(images)));
        sql.change(UNCOVER, album.value(), ids(removed));
        return removed;
    }

    @Override
    public List<ImageId> all(AlbumId album) {
        return sql.list(ALL, PostgresAlbumImages::image, album.value());
    }

    @Override
    public boolean contains(AlbumId album, ImageId image) {
        return position(album, image).isPresent();
    }

    @Override
    public Optional<Position> position(AlbumId album, ImageId image) {
        return sql.find(POSITION, PostgresAlbumImages::place, album.value(), image.value());
    }

    @Override
    public void lock(AlbumId album) {
        sql.requireTransaction();
        sql.list(LOCK, row -> album, album.value());
    }

    @Override
    public Optional<Position> next(AlbumId album, Optional<Position> position, ImageId except) {
        @Nullable Object after = position.<Object>map(Position::value).orElse(null);
        return sql.find(NEXT, PostgresAlbumImages::place, album.value(), except.value(), after, after);
    }

    @Override
    public void move(AlbumId album, ImageId image, Position to) {
        sql.change(MOVE, to.value(), album.value(), image.value());
    }

    private static UUID[] ids(Collection<ImageId> images) {
        return images.stream().map(ImageId::value).toArray(UUID[]::new);
    }

    private static ImageId image(Row row) throws SQLException {
        return new ImageId(row.uuid("image_id"));
    }

    private static Position place(Row row) throws SQLException {
        return new Position(row.decimal("position"));
    }
}
