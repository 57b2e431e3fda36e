package dev.albumen.persistence.job;

import dev.albumen.application.job.Job;
import dev.albumen.domain.image.ImageId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Images that lack renditions of the present recipes, seen from a command beside the instance. Not safe for many threads. */
public final class OutdatedImages {

    /** Those without any were entered for measuring, and have no file to render. */
    private static final String OUTDATED = "status = 'ready' AND cardinality(renditions) > 0 AND NOT renditions @> CAST(? AS text[])";
    private static final String COUNT = "SELECT count(*) FROM images WHERE " + OUTDATED;
    private static final String AFTER = "SELECT id FROM images WHERE id > ? AND " + OUTDATED + " ORDER BY id LIMIT ?";
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Connection connection;
    private final String[] current;

    /** @param current the names of the renditions that every image should have */
    public OutdatedImages(Connection connection, Set<String> current) {
        this.connection = connection;
        this.current = current.toArray(String[]::new);
    }

    public long count() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
            statement.setArray(1, connection.createArrayOf("text", current));
            return number(statement);
        }
    }

    /** The next ones in the order of their ids; empty at the end. */
    public List<UUID> after(Optional<UUID> id, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(AFTER)) {
            statement.setObject(1, id.orElse(BEFORE_ALL));
            statement.setArray(2, connection.createArrayOf("text", current));
            statement.setInt(3, limit);
            List<UUID> ids = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                }
            }
            return ids;
        }
    }

    /** Has the instance render one anew; does nothing where it is to do so already. */
    public void rerender(UUID image) throws SQLException {
        JobsBeside.enqueueOnce(connection, new Job.RerenderImage(new ImageId(image)));
    }

    /** How many the instance has yet to render. */
    public long waiting() throws SQLException {
        return JobsBeside.waitingLike(connection, new Job.RerenderImage(new ImageId(BEFORE_ALL)));
    }

    private static long number(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
