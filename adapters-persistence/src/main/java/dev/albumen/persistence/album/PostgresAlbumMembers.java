package dev.albumen.persistence.album;

import dev.albumen.application.album.AlbumMembers;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.persistence.shared.Row;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Singleton
final class PostgresAlbumMembers implements AlbumMembers {

    /** An order of memberships under the alias {@code one}. */
    static final String STRONGEST = "array_position('{manager,contributor,viewer}', one.role)";

    private static final String ROLE = """
            SELECT one.role FROM albums a JOIN album_members one ON one.album_id = ANY (a.path) AND one.user_id = ?
            WHERE a.id = ? ORDER BY\s""" + STRONGEST + " LIMIT 1";
    private static final String PUT = """
            INSERT INTO album_members (album_id, user_id, role, since) SELECT ?, id, ?, ? FROM users WHERE id = ?
            ON CONFLICT (album_id, user_id, group_id) DO UPDATE SET role = EXCLUDED.role
            """;
    private static final String REMOVE = "DELETE FROM album_members WHERE album_id = ? AND user_id = ? AND group_id IS NULL";
    /** Of equals the nearest, and of those the user's own. */
    private static final String LIST = """
            SELECT DISTINCT ON (u.username) u.id, u.username, u.display_name, one.role, one.since, one.album_id <> a.id AS inherited,
                one.group_id IS NOT NULL AS by_group
            FROM albums a JOIN album_members one ON one.album_id = ANY (a.path) JOIN users u ON u.id = one.user_id
            WHERE a.id = ? ORDER BY u.username,\s""" + STRONGEST + ", array_position(a.path, one.album_id) DESC, one.group_id NULLS FIRST LIMIT 1000";

    private final Sql sql;

    PostgresAlbumMembers(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<AlbumRole> role(AlbumId album, UserId user) {
        return sql.find(ROLE, row -> role(row.text("role")), user.value(), album.value());
    }

    @Override
    public boolean put(AlbumId album, UserId user, AlbumRole role, Instant now) {
        return sql.change(PUT, album.value(), AlbumRow.name(role), now, user.value()) == 1;
    }

    @Override
    public boolean remove(AlbumId album, UserId user) {
        return sql.change(REMOVE, album.value(), user.value()) == 1;
    }

    @Override
    public List<Membership> list(AlbumId album) {
        return sql.list(LIST, PostgresAlbumMembers::membership, album.value());
    }

    static @Nullable AlbumRole roleOrNull(@Nullable String name) {
        return name == null ? null : role(name);
    }

    static AlbumRole role(String name) {
        return AlbumRole.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static Membership membership(Row row) throws SQLException {
        return new Membership(new UserId(row.uuid("id")), row.text("username"), row.text("display_name"),
                role(row.text("role")), row.time("since"), row.flag("inherited"), row.flag("by_group"));
    }
}
