package dev.albumen.persistence.album;

import dev.albumen.application.album.AlbumTree;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
final class PostgresAlbumTree implements AlbumTree {

    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended(?, 27))";
    private static final String PATH = """
            SELECT way.id FROM albums a CROSS JOIN LATERAL unnest(a.path) WITH ORDINALITY AS way (id, level)
            WHERE a.id = ? ORDER BY way.level
            """;
    private static final String WITHIN = """
            SELECT a.id FROM albums a WHERE a.id = ? OR (a.parent_id IS NOT NULL AND a.path @> ARRAY[CAST(? AS uuid)])
            ORDER BY cardinality(a.path), a.id
            """;
    private static final String HEIGHT = """
            SELECT greatest(1, (SELECT max(cardinality(below.path)) - cardinality(a.path) + 1 FROM albums below
                WHERE below.parent_id IS NOT NULL AND below.path @> ARRAY[a.id])) AS height
            FROM albums a WHERE a.id = ?
            """;

    private final Sql sql;

    PostgresAlbumTree(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void lock(UserId owner) {
        sql.one(LOCK, row -> true, owner.value().toString());
    }

    @Override
    public List<AlbumId> path(AlbumId album) {
        return sql.list(PATH, row -> new AlbumId(row.uuid("id")), album.value());
    }

    @Override
    public List<AlbumId> within(AlbumId album) {
        return sql.list(WITHIN, row -> new AlbumId(row.uuid("id")), album.value(), album.value());
    }

    @Override
    public int height(AlbumId album) {
        return sql.find(HEIGHT, row -> row.integer("height"), album.value()).orElse(0);
    }
}
