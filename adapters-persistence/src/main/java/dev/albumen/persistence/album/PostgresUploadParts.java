package dev.albumen.persistence.album;

import dev.albumen.application.album.UploadParts;
import dev.albumen.domain.album.UploadPart;
import dev.albumen.domain.shared.UploadId;
import dev.albumen.persistence.shared.Row;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;

@Singleton
final class PostgresUploadParts implements UploadParts {

    /** Only where the last one ends there. */
    private static final String APPEND = """
            INSERT INTO upload_parts (upload_id, starts_at, id, byte_size)
            SELECT ?, ?, ?, ? WHERE ? = (SELECT coalesce(max(starts_at + byte_size), 0) FROM upload_parts WHERE upload_id = ?)
            """;
    private static final String OF = "SELECT id, starts_at, byte_size FROM upload_parts WHERE upload_id = ? ORDER BY starts_at";
    private static final String RECEIVED = """
            SELECT coalesce(max(starts_at + byte_size), 0) AS received FROM upload_parts WHERE upload_id = ?
            """;

    private final Sql sql;

    PostgresUploadParts(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void append(UploadId upload, UploadPart part) {
        int added = sql.change(APPEND, upload.value(), part.startsAt(), part.id(), part.byteSize(), part.startsAt(), upload.value());
        if (added == 0) {
            throw new IllegalArgumentException("the last part ends elsewhere than at " + part.startsAt());
        }
    }

    @Override
    public List<UploadPart> of(UploadId upload) {
        return sql.list(OF, PostgresUploadParts::part, upload.value());
    }

    @Override
    public long received(UploadId upload) {
        return sql.one(RECEIVED, row -> row.number("received"), upload.value());
    }

    private static UploadPart part(Row row) throws SQLException {
        return new UploadPart(row.uuid("id"), row.number("starts_at"), row.number("byte_size"));
    }
}
