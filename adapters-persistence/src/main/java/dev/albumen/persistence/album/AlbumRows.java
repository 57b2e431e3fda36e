package dev.albumen.persistence.album;

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

    /** The row, locked until the transaction ends; empty where this is no longer its version, or it is gone. */
    Optional<AlbumRow> findByIdAndVersionForUpdate(UUID id, long version);

    void update(AlbumRow row);

    void deleteById(UUID id);
}
