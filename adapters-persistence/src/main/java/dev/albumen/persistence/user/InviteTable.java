package dev.albumen.persistence.user;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface InviteTable extends GenericRepository<InviteRow, UUID> {

    InviteRow save(InviteRow row);

    Optional<InviteRow> findById(UUID id);

    @Query("SELECT * FROM invites ORDER BY id DESC LIMIT :limit")
    List<InviteRow> newest(int limit);

    @Query("SELECT * FROM invites WHERE id < :after ORDER BY id DESC LIMIT :limit")
    List<InviteRow> newestAfter(UUID after, int limit);

    @Query("UPDATE invites SET used_by = :by, used_at = :now WHERE code_hash = :codeHash AND used_at IS NULL AND expires_at > :now")
    int use(String codeHash, UUID by, Instant now);

    int deleteById(UUID id);
}
