package dev.albumen.persistence.album;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import java.util.UUID;

/** The statements about single albums. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AlbumRows extends GenericRepository<AlbumRow, UUID> {

    void save(AlbumRow row);

    Optional<AlbumRow> findById(UUID id);

    Optional<AlbumRow> findByOwnerIdAndMasterTrue(UUID ownerId);

    /** Writes what can change where the version is still the row's; empty where it is not, or the row is gone. */
    @Query(value = """
            UPDATE albums SET title = :title, description = :description, notes = :notes, visibility = :visibility,
                cover_image_id = :coverImageId, sort = :sort, shooting_date = :shootingDate, updated_at = :updatedAt,
                version = version + 1
            WHERE id = :id AND version = :version
            RETURNING *
            """, readOnly = false)
    Optional<AlbumRow> change(AlbumRow row);

    void deleteById(UUID id);
}
