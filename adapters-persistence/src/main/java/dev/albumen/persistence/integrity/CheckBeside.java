package dev.albumen.persistence.integrity;

import dev.albumen.application.integrity.StorageDefect;
import dev.albumen.application.job.Job;
import dev.albumen.domain.image.ImageId;
import dev.albumen.persistence.job.JobsBeside;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A check of the storage that an instance makes, started and watched by a command beside it. Not safe for many threads. */
public final class CheckBeside {

    private static final String BEGIN = """
            INSERT INTO storage_checks (id, repairs, started_at, updated_at, phase, place, contents, version)
            SELECT uuidv7(), ?, now(), now(), 'ORIGINALS', '', count(DISTINCT sha256), 1 FROM images
            ON CONFLICT DO NOTHING
            """;
    private static final String LATEST = """
            SELECT id, repairs, phase = 'DONE' AS done, contents, checked_contents, checked_bytes, listed_blobs, missing, truncated,
                altered, missing_renditions, rerendered, orphans, young_orphans
            FROM storage_checks ORDER BY started_at DESC, id DESC LIMIT 1
            """;
    private static final String DEFECTS = """
            SELECT image_id, kind FROM storage_defects WHERE check_id = ? AND image_id > ? ORDER BY image_id LIMIT ?
            """;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Connection connection;

    public CheckBeside(Connection connection) {
        this.connection = connection;
    }

    /** As far as it has come; the names are those of {@link dev.albumen.application.integrity.StorageCheck.Tally}. */
    public record State(
            UUID id, boolean repairs, boolean done, long contents, long checkedContents, long checkedBytes, long listedBlobs,
            long missing, long truncated, long altered, long missingRenditions, long rerendered, long orphans, long youngOrphans) {}

    /** Starts one, or has the one go on that is under way, in the way that it was started. */
    public State begin(boolean repairs) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BEGIN)) {
            statement.setBoolean(1, repairs);
            statement.executeUpdate();
        }
        State state = state();
        if (!state.done()) {
            JobsBeside.enqueueOnce(connection, new Job.VerifyStorage(state.id()));
        }
        return state;
    }

    /** The latest one. */
    public State state() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LATEST); ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("there is no check");
            }
            return new State(row.getObject("id", UUID.class), row.getBoolean("repairs"), row.getBoolean("done"),
                    row.getLong("contents"), row.getLong("checked_contents"), row.getLong("checked_bytes"),
                    row.getLong("listed_blobs"), row.getLong("missing"), row.getLong("truncated"), row.getLong("altered"),
                    row.getLong("missing_renditions"), row.getLong("rerendered"), row.getLong("orphans"),
                    row.getLong("young_orphans"));
        }
    }

    /** The images that the check found at fault, in the order of their ids; empty at the end. */
    public List<StorageDefect> defectsAfter(UUID check, Optional<ImageId> image, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DEFECTS)) {
            statement.setObject(1, check);
            statement.setObject(2, image.map(ImageId::value).orElse(BEFORE_ALL));
            statement.setInt(3, limit);
            List<StorageDefect> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new StorageDefect(new ImageId(rows.getObject("image_id", UUID.class)),
                            StorageDefect.Kind.valueOf(rows.getString("kind"))));
                }
            }
            return found;
        }
    }

    /** How many images the instance has yet to render anew. */
    public long repairsWaiting() throws SQLException {
        return JobsBeside.waitingLike(connection, new Job.RestoreRenditions(new ImageId(BEFORE_ALL)));
    }
}
