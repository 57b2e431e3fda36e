package dev.albumen.persistence.album;

import dev.albumen.application.album.Uploads;
import dev.albumen.domain.album.Upload;
import dev.albumen.domain.image.Filename;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.UploadId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.persistence.shared.Row;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@Singleton
final class PostgresUploads implements Uploads {

    private static final String ADD = """
            INSERT INTO uploads (id, owner_id, album_id, filename, byte_size, media_type, sha256, resumable, created_at, expires_at)
            VALUES (?, ?, ?::uuid, ?, ?, ?, ?::bytea, ?, ?, ?)
            """;
    private static final String FIND = "SELECT * FROM uploads WHERE id = ?";
    private static final String LOCK = "SELECT * FROM uploads WHERE id = ? FOR UPDATE";
    private static final String COMPLETE = "UPDATE uploads SET image_id = ?, duplicate = ? WHERE id = ?";
    private static final String REMOVE = "DELETE FROM uploads WHERE id = ?";
    private static final String COUNT_OPEN = "SELECT count(*) AS n FROM uploads WHERE owner_id = ? AND image_id IS NULL";
    private static final String OPEN = "SELECT id FROM uploads WHERE id = ANY (?) AND image_id IS NULL";
    private static final String EXPIRED = "SELECT id FROM uploads WHERE expires_at <= ? ORDER BY expires_at, id LIMIT ?";

    private final Sql sql;

    PostgresUploads(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(Upload upload) {
        AlbumId album = upload.album();
        Sha256 sha256 = upload.file().sha256();
        sql.change(ADD, upload.id().value(), upload.ownerId().value(), album == null ? null : album.value(),
                upload.file().filename().value(), upload.file().byteSize(), upload.file().mediaType(),
                sha256 == null ? null : HexFormat.of().parseHex(sha256.hex()), upload.resumable(), upload.createdAt(), upload.expiresAt());
    }

    @Override
    public Optional<Upload> find(UploadId id) {
        return sql.find(FIND, PostgresUploads::upload, id.value());
    }

    @Override
    public Optional<Upload> lock(UploadId id) {
        sql.requireTransaction();
        return sql.find(LOCK, PostgresUploads::upload, id.value());
    }

    @Override
    public void complete(UploadId id, ImageId image, boolean duplicate) {
        sql.change(COMPLETE, image.value(), duplicate, id.value());
    }

    @Override
    public void remove(UploadId id) {
        sql.change(REMOVE, id.value());
    }

    @Override
    public int open(UserId owner) {
        return sql.one(COUNT_OPEN, row -> row.integer("n"), owner.value());
    }

    @Override
    public Set<UploadId> open(Collection<UploadId> ids) {
        UUID[] values = ids.stream().map(UploadId::value).toArray(UUID[]::new);
        return Set.copyOf(sql.list(OPEN, row -> new UploadId(row.uuid("id")), (Object) values));
    }

    @Override
    public List<UploadId> expired(Instant time, int limit) {
        return sql.list(EXPIRED, row -> new UploadId(row.uuid("id")), time, limit);
    }

    private static Upload upload(Row row) throws SQLException {
        UUID album = row.uuidOrNull("album_id");
        UUID image = row.uuidOrNull("image_id");
        Upload.Result result = image == null ? null : new Upload.Result(new ImageId(image), row.flag("duplicate"));
        return new Upload(new UploadId(row.uuid("id")), new UserId(row.uuid("owner_id")), album == null ? null : new AlbumId(album),
                new Upload.Announced(new Filename(row.text("filename")), row.number("byte_size"), row.text("media_type"),
                        row.sha256OrNull("sha256")),
                row.flag("resumable"), row.time("created_at"), row.time("expires_at"), result);
    }
}
