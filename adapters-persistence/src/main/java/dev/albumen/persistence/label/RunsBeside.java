package dev.albumen.persistence.label;

import dev.albumen.application.job.Job;
import dev.albumen.domain.label.Provider;
import dev.albumen.persistence.job.JobsBeside;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** A labelling of everybody's images that an instance does, started and watched by a command beside it. Not safe for many threads. */
public final class RunsBeside {

    private static final String WANTED = """
            FROM images i WHERE i.status = 'ready' AND i.trashed_at IS NULL AND cardinality(i.renditions) > 0
            AND (? OR NOT EXISTS (SELECT 1 FROM image_labelings l
                WHERE l.image_id = i.id AND l.status = 'labelled' AND l.provider = ? AND l.model = ?))
            """;
    private static final String COUNT = "SELECT count(*) AS images " + WANTED;
    private static final String BEGIN = """
            INSERT INTO label_runs (id, owner_id, again, state, started_at, updated_at, images, version)
            SELECT uuidv7(), NULL, ?, 'running', now(), now(), count(*), 1
            """ + WANTED + "ON CONFLICT DO NOTHING";
    private static final String LATEST = """
            SELECT id, again, state, images, labelled, failed, skipped FROM label_runs
            WHERE owner_id IS NULL ORDER BY started_at DESC, id DESC LIMIT 1
            """;

    private final Connection connection;

    public RunsBeside(Connection connection) {
        this.connection = connection;
    }

    /**
     * As far as it has come.
     *
     * @param state such as {@code running}
     */
    public record State(UUID id, boolean again, String state, long images, long labelled, long failed, long skipped) {

        public boolean running() {
            return state.equals("running");
        }

        public long done() {
            return labelled + failed + skipped;
        }
    }

    /** The labeler of that name with the model that an image was labelled by last; empty where none was. */
    public Optional<Provider> lastSeen(String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PostgresLabelRuns.LAST_SEEN)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(new Provider(row.getString("provider"), row.getString("model"))) : Optional.empty();
            }
        }
    }

    /** How many images there are to label. */
    public long count(Provider by, boolean again) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
            bind(statement, 1, by, again);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong("images");
            }
        }
    }

    /** Starts one, or has the one go on that is under way, in the way that it was started. */
    public State begin(Provider by, boolean again) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BEGIN)) {
            statement.setBoolean(1, again);
            bind(statement, 2, by, again);
            statement.executeUpdate();
        }
        State state = state();
        if (state.running()) {
            JobsBeside.enqueueOnce(connection, new Job.LabelLibrary(state.id()));
        }
        return state;
    }

    /** The latest one. */
    public State state() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LATEST); ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("there is no labelling");
            }
            return new State(row.getObject("id", UUID.class), row.getBoolean("again"), row.getString("state"), row.getLong("images"),
                    row.getLong("labelled"), row.getLong("failed"), row.getLong("skipped"));
        }
    }

    private static void bind(PreparedStatement statement, int at, Provider by, boolean again) throws SQLException {
        statement.setBoolean(at, again);
        statement.setString(at + 1, by.name());
        statement.setString(at + 2, by.model());
    }
}
