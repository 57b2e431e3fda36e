package dev.albumen.persistence.share;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import java.util.UUID;

/** The statements about single links. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ShareRows extends GenericRepository<ShareRow, UUID> {

    void save(ShareRow row);

    Optional<ShareRow> findById(UUID id);

    /** Writes what can change where the version is still the row's; empty where it is not, or the row is gone. */
    @Query(value = """
            UPDATE shares SET label = :label, expires_at = :expiresAt, password_hash = :passwordHash,
                password_version = :passwordVersion, active = :active, allow_download = :allowDownload,
                show_metadata = :showMetadata, updated_at = :updatedAt, version = version + 1
            WHERE id = :id AND version = :version
            RETURNING *
            """, readOnly = false)
    Optional<ShareRow> change(ShareRow row);

    void deleteById(UUID id);
}
