package dev.albumen.bootstrap.chaos;

import dev.albumen.bootstrap.database.DatabaseAccess;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads {@link Rows} as they are at one moment. */
final class RowReader {

    private static final String IMAGES = """
            SELECT i.id, u.username, encode(i.sha256, 'hex') AS sha256, i.byte_size, i.status, i.trashed_at IS NOT NULL AS trashed,
                   array_to_string(i.renditions, ' ') AS renditions, i.title
            FROM images i JOIN users u ON u.id = i.owner_id ORDER BY i.id
            """;
    private static final String ALBUMS =
            "SELECT a.id, u.username, a.title, a.visibility, a.master FROM albums a JOIN users u ON u.id = a.owner_id ORDER BY a.id";
    private static final String PLACES = "SELECT album_id, image_id FROM album_images ORDER BY album_id, position, image_id";
    private static final String SHARES =
            "SELECT s.id, u.username, s.album_id, s.active, s.expires_at FROM shares s JOIN users u ON u.id = s.owner_id";
    private static final String UPLOADS = "SELECT id, image_id IS NULL AS open FROM uploads";
    private static final String PARTS = """
            SELECT p.upload_id || '/' || p.id AS name FROM upload_parts p JOIN uploads u ON u.id = p.upload_id WHERE u.image_id IS NULL
            """;
    private static final String LOGOS = "SELECT encode(mark_logo, 'hex') AS sha256 FROM user_settings WHERE mark_logo IS NOT NULL";
    private static final String SUMS = "SELECT encode(sha256, 'hex') AS sha256, name, byte_size, crc32 FROM blob_sums";
    private static final String JOBS = """
            SELECT task_instance AS id, CASE WHEN picked THEN 'running' ELSE 'pending' END AS state,
                   task_name || ' ' || coalesce(convert_from(task_data, 'UTF8'), '') || ' ' || coalesce(last_error, '') AS about
            FROM jobs WHERE task_instance <> 'recurring'
            UNION ALL SELECT id::text, 'dead', name || ' ' || data || ' ' || cause FROM dead_jobs
            """;
    private static final String COUNTERS = """
            SELECT 'used bytes of ' || u.username AS id, u.used_bytes AS counted, coalesce(sum(i.byte_size), 0) AS there
            FROM users u LEFT JOIN images i ON i.owner_id = u.id GROUP BY u.id
            UNION ALL
            SELECT 'reserved bytes of ' || u.username, u.reserved_bytes, coalesce(sum(r.byte_size), 0)
            FROM users u LEFT JOIN reservations r ON r.user_id = u.id GROUP BY u.id
            UNION ALL
            SELECT 'reservation ' || r.id, r.byte_size, coalesce(p.byte_size, 0)
            FROM reservations r LEFT JOIN uploads p ON p.id = r.id AND p.image_id IS NULL
            UNION ALL
            SELECT 'images of album ' || a.id, a.image_count, count(i.id) FILTER (WHERE i.status = 'ready' OR i.owner_id = a.owner_id)
            FROM albums a LEFT JOIN album_images x ON x.album_id = a.id LEFT JOIN images i ON i.id = x.image_id AND i.trashed_at IS NULL
            GROUP BY a.id
            UNION ALL
            SELECT 'ready images of album ' || a.id, a.ready_count, count(i.id) FILTER (WHERE i.status = 'ready')
            FROM albums a LEFT JOIN album_images x ON x.album_id = a.id LEFT JOIN images i ON i.id = x.image_id AND i.trashed_at IS NULL
            GROUP BY a.id
            UNION ALL
            SELECT 'images with tag ' || t.id, t.user_count + t.labeler_count, count(i.id)
            FROM tags t LEFT JOIN image_tags x ON x.tag_id = t.id LEFT JOIN images i ON i.id = x.image_id AND i.trashed_at IS NULL
            GROUP BY t.id
            UNION ALL
            SELECT 'images like ' || g.id, g.image_count, count(l.image_id)
            FROM likeness_groups g LEFT JOIN likenesses l ON l.group_id = g.id GROUP BY g.id
            """;
    private static final String AUDITED = """
            SELECT action || ' ' || resource_id AS what, count(*) AS entries FROM audit_events
            WHERE action = 'image.upload' GROUP BY action, resource_id
            """;
    private static final String TAGS = "SELECT x.image_id || ' ' || t.name AS tag FROM image_tags x JOIN tags t ON t.id = x.tag_id";

    private final DatabaseAccess access;

    RowReader(DatabaseAccess access) {
        this.access = access;
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    Rows read() {
        try (Connection connection = DriverManager.getConnection(access.url(), access.user(), access.password())) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return read(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Rows read(Connection connection) throws SQLException {
        Map<String, Long> audited = all(connection, AUDITED, row -> Map.entry(row.getString("what"), row.getLong("entries")))
                .stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Rows(
                all(connection, IMAGES, RowReader::image),
                all(connection, ALBUMS, row -> new Rows.Album(row.getString("id"), row.getString("username"), row.getString("title"),
                        row.getString("visibility"), row.getBoolean("master"))),
                all(connection, PLACES, row -> new Rows.Place(row.getString("album_id"), row.getString("image_id"))),
                all(connection, SHARES, RowReader::share),
                all(connection, UPLOADS, row -> new Rows.Upload(row.getString("id"), row.getBoolean("open"))),
                all(connection, PARTS, row -> row.getString("name")),
                all(connection, LOGOS, row -> row.getString("sha256")),
                all(connection, SUMS, row -> new Rows.Sum(
                        row.getString("sha256"), row.getString("name"), row.getLong("byte_size"), row.getLong("crc32"))),
                all(connection, JOBS, row -> new Rows.Job(row.getString("id"), row.getString("state"), row.getString("about"))),
                wrongCounters(connection),
                audited,
                all(connection, TAGS, row -> row.getString("tag")));
    }

    private static Rows.Image image(ResultSet row) throws SQLException {
        String renditions = Optional.ofNullable(row.getString("renditions")).orElse("");
        return new Rows.Image(row.getString("id"), row.getString("username"), row.getString("sha256"), row.getLong("byte_size"),
                row.getString("status"), row.getBoolean("trashed"), renditions.isEmpty() ? List.of() : List.of(renditions.split(" ")),
                row.getString("title"));
    }

    private static Rows.Share share(ResultSet row) throws SQLException {
        Instant end = Optional.ofNullable(row.getTimestamp("expires_at")).map(Timestamp::toInstant).orElse(null);
        return new Rows.Share(
                row.getString("id"), row.getString("username"), row.getString("album_id"), row.getBoolean("active"), end);
    }

    private static List<Rows.Counter> wrongCounters(Connection connection) throws SQLException {
        return all(connection, "SELECT * FROM (" + COUNTERS + ") c WHERE counted <> there", row -> new Rows.Counter(
                row.getString("id"), row.getLong("counted") + " where there are " + row.getLong("there")));
    }

    private static <T> List<T> all(Connection connection, String sql, Reading<T> reading) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(reading.of(rows));
            }
            return all;
        }
    }
}
