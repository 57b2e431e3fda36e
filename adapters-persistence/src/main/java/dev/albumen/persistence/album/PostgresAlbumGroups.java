package dev.albumen.persistence.album;

import dev.albumen.application.album.AlbumGroups;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.GroupId;
import dev.albumen.persistence.shared.Row;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

@Singleton
final class PostgresAlbumGroups implements AlbumGroups {

    private static final String PUT = """
            INSERT INTO album_groups (album_id, group_id, role, since) SELECT ?, g.id, ?, ? FROM user_groups g WHERE g.id = ?
            ON CONFLICT (group_id, album_id) DO UPDATE SET role = EXCLUDED.role
            """;
    private static final String REMOVE = "DELETE FROM album_groups WHERE album_id = ? AND group_id = ?";
    private static final String CLEAR = "DELETE FROM album_groups WHERE album_id = ?";
    /** The nearest of equals. */
    private static final String LIST = """
            SELECT * FROM (
                SELECT DISTINCT ON (g.id) g.id, g.name, one.role, one.since, one.album_id <> a.id AS inherited
                FROM albums a JOIN album_groups one ON one.album_id = ANY (a.path) JOIN user_groups g ON g.id = one.group_id
                WHERE a.id = ? ORDER BY g.id,\s""" + PostgresAlbumMembers.STRONGEST + """
                , array_position(a.path, one.album_id) DESC) found
            ORDER BY found.name COLLATE "C", found.id LIMIT 1000
            """;

    private final Sql sql;

    PostgresAlbumGroups(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean put(AlbumId album, GroupId group, AlbumRole role, Instant now) {
        return sql.change(PUT, album.value(), AlbumRow.name(role), now, group.value()) == 1;
    }

    @Override
    public boolean remove(AlbumId album, GroupId group) {
        return sql.change(REMOVE, album.value(), group.value()) == 1;
    }

    @Override
    public void clear(AlbumId album) {
        sql.change(CLEAR, album.value());
    }

    @Override
    public List<Belonging> list(AlbumId album) {
        return sql.list(LIST, PostgresAlbumGroups::belonging, album.value());
    }

    private static Belonging belonging(Row row) throws SQLException {
        return new Belonging(new GroupId(row.uuid("id")), row.text("name"), PostgresAlbumMembers.role(row.text("role")),
                row.time("since"), row.flag("inherited"));
    }
}
