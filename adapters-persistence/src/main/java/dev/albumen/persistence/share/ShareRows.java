package dev.albumen.persistence.share;

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

    /** The row, locked until the transaction ends; empty where this is no longer its version, or it is gone. */
    Optional<ShareRow> findByIdAndVersionForUpdate(UUID id, long version);

    void update(ShareRow row);

    void deleteById(UUID id);
}
