package dev.albumen.persistence.transfer;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.transfer.ArchiveImport;
import dev.albumen.application.transfer.ArchiveImport.Tally;
import dev.albumen.application.transfer.ArchiveImports;
import dev.albumen.application.transfer.LeftEntry;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.SessionId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.persistence.shared.Order;
import dev.albumen.persistence.shared.Query;
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
import java.util.stream.Collectors;

@Singleton
final class PostgresArchiveImports implements ArchiveImports {

    private static final String ADD = """
            INSERT INTO imports (id, owner_id, session_id, byte_size, place, found, imported, existing, skipped, failed, failure,
                created_at, updated_at, finished_at, expires_at, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String FIND = "SELECT * FROM imports WHERE id = ?";
    private static final String SAVE = """
            UPDATE imports SET place = ?, found = ?, imported = ?, existing = ?, skipped = ?, failed = ?, failure = ?, updated_at = ?,
                finished_at = ?, expires_at = ?, version = ?
            WHERE id = ? AND version = ?
            """;
    private static final String LEAVE_OUT = "INSERT INTO import_left_out (import_id, path, outcome, code, detail) VALUES (?, ?, ?, ?, ?)";
    private static final String GOING = "SELECT count(*) AS number FROM imports WHERE owner_id = ? AND finished_at IS NULL";
    private static final String ALBUM = "SELECT album_id FROM import_albums WHERE import_id = ? AND source = ?";
    private static final String KEEP_ALBUM = """
            INSERT INTO import_albums (import_id, source, album_id) VALUES (?, ?, ?)
            ON CONFLICT (import_id, source) DO UPDATE SET album_id = EXCLUDED.album_id
            """;
    private static final String TAKEN = "SELECT 1 FROM import_albums WHERE import_id = ? AND album_id = ? LIMIT 1";
    private static final String REMOVE = "DELETE FROM imports WHERE id = ?";
    private static final String EXPIRED =
            "SELECT id FROM imports WHERE finished_at IS NULL AND expires_at <= ? ORDER BY expires_at LIMIT ?";
    private static final String FINISHED =
            "SELECT id FROM imports WHERE finished_at IS NOT NULL AND finished_at <= ? ORDER BY finished_at LIMIT ?";
    private static final String AMONG = "SELECT id FROM imports WHERE id = ANY (?) AND finished_at IS NULL";
    private static final Order NEWEST = Order.byId("id", true);
    private static final Order IN_STEPS = Order.byId("id", false);

    private final Sql sql;

    PostgresArchiveImports(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(ArchiveImport begun) {
        Tally tally = begun.tally();
        sql.change(ADD, begun.id(), begun.ownerId().value(), begun.sessionId().value(), begun.byteSize(), begun.place(), tally.found(),
                tally.imported(), tally.existing(), tally.skipped(), tally.failed(), begun.failure(), begun.createdAt(), begun.updatedAt(),
                begun.finishedAt(), begun.expiresAt(), begun.version());
    }

    @Override
    public Optional<ArchiveImport> find(UUID id) {
        return sql.find(FIND, PostgresArchiveImports::read, id);
    }

    @Override
    public boolean save(ArchiveImport now, List<LeftEntry> leftOut) {
        Tally tally = now.tally();
        boolean saved = sql.change(SAVE, now.place(), tally.found(), tally.imported(), tally.existing(), tally.skipped(), tally.failed(),
                now.failure(), now.updatedAt(), now.finishedAt(), now.expiresAt(), now.version(), now.id(), now.version() - 1) == 1;
        if (saved && !leftOut.isEmpty()) {
            sql.changeEach(LEAVE_OUT, leftOut.stream().map(entry -> new Object[] {
                now.id(), entry.path(), entry.outcome().name(), entry.code(), entry.detail()}).toList());
        }
        return saved;
    }

    @Override
    public Page<ArchiveImport> list(UserId owner, PageRequest page) {
        return new Query().add("SELECT * FROM imports WHERE owner_id = ?", owner.value())
                .page(sql, NEWEST, page, PostgresArchiveImports::read);
    }

    @Override
    public int going(UserId owner) {
        return sql.one(GOING, row -> row.integer("number"), owner.value());
    }

    @Override
    public Page<LeftEntry> leftOut(UUID id, PageRequest page) {
        return new Query().add("SELECT * FROM import_left_out WHERE import_id = ?", id).page(sql, IN_STEPS, page, row -> new LeftEntry(
                row.text("path"), LeftEntry.Outcome.valueOf(row.text("outcome")), row.text("code"), row.text("detail")));
    }

    @Override
    public Optional<AlbumId> album(UUID id, String source) {
        return sql.find(ALBUM, row -> new AlbumId(row.uuid("album_id")), id, source);
    }

    @Override
    public void keepAlbum(UUID id, String source, AlbumId album) {
        sql.change(KEEP_ALBUM, id, source, album.value());
    }

    @Override
    public boolean isTaken(UUID id, AlbumId album) {
        return sql.find(TAKEN, row -> true, id, album.value()).isPresent();
    }

    @Override
    public boolean remove(UUID id) {
        return sql.change(REMOVE, id) == 1;
    }

    @Override
    public List<UUID> expired(Instant time, int limit) {
        return sql.list(EXPIRED, row -> row.uuid("id"), time, limit);
    }

    @Override
    public List<UUID> finished(Instant time, int limit) {
        return sql.list(FINISHED, row -> row.uuid("id"), time, limit);
    }

    @Override
    public Set<UUID> going(Collection<UUID> ids) {
        return sql.list(AMONG, row -> row.uuid("id"), (Object) ids.toArray(UUID[]::new)).stream().collect(Collectors.toSet());
    }

    private static ArchiveImport read(Row row) throws SQLException {
        Tally tally = new Tally(row.integer("found"), row.integer("imported"), row.integer("existing"), row.integer("skipped"), row.integer("failed"));
        return new ArchiveImport(row.uuid("id"), new UserId(row.uuid("owner_id")), new SessionId(row.uuid("session_id")),
                row.number("byte_size"), row.integer("place"), tally, row.textOrNull("failure"), row.time("created_at"),
                row.time("updated_at"), row.timeOrNull("finished_at"), row.time("expires_at"), row.number("version"));
    }
}
