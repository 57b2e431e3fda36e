package dev.albumen.persistence.album;

import dev.albumen.application.album.AlbumView;
import dev.albumen.persistence.shared.Order;
import dev.albumen.persistence.shared.Query;
import dev.albumen.persistence.shared.Row;
import dev.albumen.persistence.shared.Seer;
import java.sql.SQLException;

/** How an album is read as lists show it, and which albums a viewer sees. A test holds it against the policy. */
final class AlbumViewRow {

    private static final String WHAT_THE_VIEWER_IS = """
            , CASE WHEN a.owner_id = ? OR ? THEN a.image_count ELSE a.ready_count END AS shown_count, m.role AS member_role
            FROM albums a LEFT JOIN album_members m ON m.album_id = a.id AND m.user_id = ?
            WHERE true
            """;

    private AlbumViewRow() {}

    /** A query for albums, with its WHERE begun. */
    static Query select(Seer seer, Order order) {
        return new Query().add("SELECT " + AlbumRow.COLUMNS)
                .add(order.column())
                .add(WHAT_THE_VIEWER_IS, seer.id(), seer.all(), seer.id());
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
        return new AlbumView(AlbumRow.read(row), row.integer("shown_count"),
                PostgresAlbumMembers.roleOrNull(row.textOrNull("member_role")));
    }
}
