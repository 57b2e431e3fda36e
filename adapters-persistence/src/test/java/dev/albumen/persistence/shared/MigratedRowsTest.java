package dev.albumen.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.albumen.application.job.Job;
import dev.albumen.domain.image.ImageId;
import dev.albumen.persistence.job.JobsBeside;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a change of the schema makes of rows that were there before. */
class MigratedRowsTest {

    private static final String MISSED = "It was in the trash, or not ready, when its turn came. Ask for labels again.";

    private final String url = TestServer.emptyDatabase().get("datasources.default.url").toString();
    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = DriverManager.getConnection(url, "postgres", "");
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void failsWaitsForLabelsThatNoJobWouldEnd() throws SQLException {
        migrateTo("42");
        change("""
                INSERT INTO users (id, username, email, display_name, role, password_hash, password_changed_at, created_at, updated_at, version)
                VALUES ('00000000-0000-0000-0000-000000000001', 'ada', 'ada@example.org', 'Ada', 'user', '-', now(), now(), now(), 1)
                """);
        UUID missed = labeling(1, "waiting", null);
        UUID other = labeling(2, "waiting", null);
        UUID due = labeling(3, "waiting", null);
        UUID labelled = labeling(4, "labelled", null);
        UUID postponed = labeling(5, "postponed", null);
        UUID failed = labeling(6, "failed", "too small");
        JobsBeside.enqueueOnce(connection, new Job.RerenderImage(new ImageId(other)));
        JobsBeside.enqueueOnce(connection, new Job.LabelImage(new ImageId(due)));
        JobsBeside.enqueueOnce(connection, new Job.LabelImage(new ImageId(UUID.randomUUID())));
        change("""
                INSERT INTO label_runs (id, again, state, started_at, updated_at, images, version)
                VALUES (gen_random_uuid(), false, 'running', now(), now(), 6, 1)
                """);

        migrateTo("43");

        assertThat(rows("SELECT image_id, status, failure FROM image_labelings ORDER BY image_id")).containsExactly(
                tuple(missed, "failed", MISSED), tuple(other, "failed", MISSED), tuple(due, "waiting", null), tuple(labelled, "labelled", null),
                tuple(postponed, "postponed", null), tuple(failed, "failed", "too small"));
        assertThat(rows("SELECT state, cardinality(unanswered), images FROM label_runs")).containsExactly(tuple("running", 0, 6L));
    }

    @Test
    void bringsMovesWithinLimitsAndTrustsThoseThatHadCopiedEverything() throws SQLException {
        migrateTo("43");
        move("KEEPING", 2_592_001);
        move("DELETING", 2_592_000);
        move("CHECKING", 35_996_400);
        move("COPYING", 3600);
        move("SETTLING", 0);

        migrateTo("45.1");

        assertThat(rows("SELECT phase, keep_seconds, trusted FROM storage_moves ORDER BY phase")).containsExactly(
                tuple("CHECKING", 2_592_000L, true), tuple("COPYING", 3600L, false), tuple("DELETING", 2_592_000L, true),
                tuple("KEEPING", 2_592_000L, true), tuple("SETTLING", 0L, false));
    }

    private void migrateTo(String version) {
        Flyway.configure().dataSource(url, "postgres", "").target(version).load().migrate();
    }

    /** Of a picture of its own. */
    private UUID labeling(int number, String status, @Nullable String failure) throws SQLException {
        UUID image = new UUID(0, number);
        change("""
                INSERT INTO images (id, owner_id, filename, media_type, byte_size, sha256, width, height, status, description, created_at,
                    updated_at, version)
                VALUES (?, '00000000-0000-0000-0000-000000000001', 'a.jpg', 'image/jpeg', 9, sha256(convert_to(CAST(? AS text), 'UTF8')), 3, 2,
                    'pending', '', now(), now(), 1)
                """, image, image);
        change("INSERT INTO image_labelings (image_id, status, failure, at) VALUES (?, ?, ?, now())", image, status, failure);
        return image;
    }

    /** One that is over, of which there may be any number. */
    private void move(String phase, long keepSeconds) throws SQLException {
        change("""
                INSERT INTO storage_moves (id, from_place, to_place, state, phase, turning, place, keep_seconds, started_at, phase_at,
                    updated_at, finished_at, version)
                VALUES (gen_random_uuid(), 'DISK', 'S3', 'FINISHED', ?, false, '', ?, now(), now(), now(), now(), 1)
                """, phase, keepSeconds);
    }

    private void change(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            statement.executeUpdate();
        }
    }

    private List<Tuple> rows(String sql) throws SQLException {
        List<Tuple> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                Object[] row = new Object[found.getMetaData().getColumnCount()];
                for (int at = 0; at < row.length; at++) {
                    row[at] = found.getObject(at + 1);
                }
                rows.add(tuple(row));
            }
        }
        return rows;
    }
}
