package dev.albumen.persistence.album;

import dev.albumen.application.album.AlbumView;
import dev.albumen.domain.album.Album;
import dev.albumen.persistence.shared.Order;
import dev.albumen.persistence.shared.Query;
import dev.albumen.persistence.shared.Row;
import dev.albumen.persistence.shared.Seer;
import java.sql.SQLException;

/** How an album is read as lists show it, and which albums a viewer sees. A test holds it against the policy. */
final class AlbumViewRow {

    private static final String WHAT_THE_VIEWER_IS = """
            , CASE WHEN a.owner_id = ? OR ? THEN a.image_count ELSE a.ready_count END AS shown_count, m.role AS member_role
            , p.id AS shown_parent
            FROM albums a
            """;
    /** Of an album and those that hold it, the one that makes the viewer most; and the holder, where they see that. */
    private static final String MEMBER_AND_PARENT = """
            LEFT JOIN LATERAL (SELECT one.role FROM album_members one WHERE one.album_id = ANY (a.path) AND one.user_id = ?
                ORDER BY\s""" + PostgresAlbumMembers.STRONGEST + """
             LIMIT 1) m ON true
            LEFT JOIN albums p ON p.id = a.parent_id AND (p.owner_id = ? OR ? OR p.visibility <> 'private'
                OR EXISTS (SELECT 1 FROM album_members holding WHERE holding.album_id = ANY (p.path) AND holding.user_id = ?))
            WHERE true
            """;

    private AlbumViewRow() {}

    /** A query for albums, with its WHERE begun. */
    static Query select(Seer seer, Order order) {
        return new Query().add("SELECT " + AlbumRow.COLUMNS)
                .add(order.column())
                .add(WHAT_THE_VIEWER_IS, seer.id(), seer.all())
                .add(MEMBER_AND_PARENT, seer.id(), seer.id(), seer.all(), seer.id());
    }

    /** Narrows to what the viewer may see by its id. */
    static void seen(Query query, Seer seer) {
        narrow(query, seer, "AND (a.owner_id = ? OR m.role IS NOT NULL OR a.visibility <> 'private')");
    }

    /** Narrows to what the viewer may come across: another's unlisted albums are left out. */
    static void found(Query query, Seer seer) {
        narrow(query, seer, "AND (a.owner_id = ? OR m.role IS NOT NULL OR a.visibility = 'public')");
    }

    private static void narrow(Query query, Seer seer, String condition) {
        if (seer.none()) {
            query.add("AND false");
        } else if (!seer.all()) {
            query.add(condition, seer.id());
        }
    }

    static AlbumView read(Row row) throws SQLException {
        Album album = AlbumRow.read(row);
        return new AlbumView(row.uuidOrNull("shown_parent") == null ? album.withoutParent() : album, row.integer("shown_count"),
                PostgresAlbumMembers.roleOrNull(row.textOrNull("member_role")));
    }
}
