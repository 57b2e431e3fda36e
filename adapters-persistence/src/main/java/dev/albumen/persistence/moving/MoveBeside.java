package dev.albumen.persistence.moving;

import dev.albumen.application.job.Job;
import dev.albumen.application.moving.StorageMove;
import dev.albumen.application.storage.BlobPlace;
import dev.albumen.persistence.job.JobsBeside;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A move of the storage that an instance makes, started, steered and watched by a command beside it. Not safe for many threads. */
public final class MoveBeside {

    /** Trusted where blobs are read there first as it is: by the latest move, or by the settings where there was none. */
    private static final String BEGIN = """
            INSERT INTO storage_moves (id, from_place, to_place, state, phase, turning, trusted, place, rate_mib, keep_seconds, started_at,
                phase_at, updated_at, version)
            SELECT uuidv7(), ?, ?, 'RUNNING', 'SETTLING', false,
                coalesce((SELECT to_place FROM storage_moves ORDER BY started_at DESC, id DESC LIMIT 1), ?) = ?,
                '', ?, ?, now(), now(), now(), 1 ON CONFLICT DO NOTHING
            """;
    private static final String IN_THIS_MANNER = """
            UPDATE storage_moves SET rate_mib = ?, keep_seconds = ?, updated_at = now(), version = version + 1
            WHERE finished_at IS NULL AND to_place = ? AND NOT turning
            """;
    private static final String PAUSE = """
            UPDATE storage_moves SET state = 'PAUSED', updated_at = now(), version = version + 1
            WHERE finished_at IS NULL AND state = 'RUNNING'
            """;
    private static final String RESUME = """
            UPDATE storage_moves SET state = 'RUNNING', updated_at = now(), version = version + 1
            WHERE finished_at IS NULL AND state = 'PAUSED'
            """;
    private static final String AGAIN = """
            WITH stuck AS (
                UPDATE storage_moves SET state = 'RUNNING', trusted = trusted OR phase <> 'COPYING', phase = 'COPYING', place = ?,
                    phase_at = CASE phase WHEN 'COPYING' THEN phase_at ELSE now() END, updated_at = now(), problem = '', version = version + 1
                WHERE finished_at IS NULL AND state = 'STUCK' RETURNING id)
            UPDATE moved_blobs SET state = 'COPYING', tries = 0, problem = '' WHERE state = 'FAILED' AND move_id IN (SELECT id FROM stuck)
            """;
    private static final String REVERSE = """
            UPDATE storage_moves SET turning = NOT turning, state = 'RUNNING', problem = '', updated_at = now(), version = version + 1
            WHERE finished_at IS NULL
            """;
    private static final String LATEST = """
            SELECT m.id, m.from_place, m.to_place, m.state, m.phase, m.turning, m.place, m.copied, m.copied_bytes, m.deleted, m.retried,
                m.problem, (SELECT count(*) FROM moved_blobs b WHERE b.move_id = m.id AND b.state = 'FAILED') AS failed
            FROM storage_moves m ORDER BY m.started_at DESC, m.id DESC LIMIT 1
            """;

    private final Connection connection;

    public MoveBeside(Connection connection) {
        this.connection = connection;
    }

    /** As far as it has come; the names are those of {@link StorageMove}, in lower case. */
    public record State(
            UUID id, BlobPlace from, BlobPlace to, String state, String phase, boolean turning, String place, long copied,
            long copiedBytes, long deleted, long retried, String problem, long failed) {

        public boolean isOver() {
            return state.equals("finished");
        }

        /** Whether somebody has to do something. */
        public boolean rests() {
            return state.equals("paused") || state.equals("stuck");
        }
    }

    /**
     * Starts one, or has the one go on in this manner that is under way to the same place. False where one goes elsewhere.
     *
     * @param primary where the settings have blobs put
     */
    public boolean begin(BlobPlace to, BlobPlace primary, @Nullable Integer rateMib, Duration keep) throws SQLException {
        boolean begun = change(BEGIN, to.other().name(), to.name(), primary.name(), to.name(), rateMib, keep.toSeconds()) == 1
                || change(IN_THIS_MANNER, rateMib, keep.toSeconds(), to.name()) == 1;
        if (begun) {
            goOn();
        }
        return begun;
    }

    public void pause() throws SQLException {
        change(PAUSE);
    }

    /** Has it go on that was paused, and tries again what could not be copied. */
    public void resume() throws SQLException {
        change(RESUME);
        change(AGAIN, StorageMove.END);
        goOn();
    }

    /** Has everything come back. */
    public void reverse() throws SQLException {
        change(REVERSE);
        goOn();
    }

    private void goOn() throws SQLException {
        Optional<State> state = state().filter(one -> one.state().equals("running"));
        if (state.isPresent()) {
            JobsBeside.enqueueOnce(connection, new Job.MoveStorage(state.get().id()));
        }
    }

    private int change(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                if (values[at] == null) {
                    statement.setNull(at + 1, Types.INTEGER);
                } else {
                    statement.setObject(at + 1, values[at]);
                }
            }
            return statement.executeUpdate();
        }
    }

    /** The latest one; empty where there was none. */
    public Optional<State> state() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LATEST); ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(new State(row.getObject("id", UUID.class), BlobPlace.valueOf(row.getString("from_place")),
                    BlobPlace.valueOf(row.getString("to_place")), word(row, "state"), word(row, "phase"), row.getBoolean("turning"),
                    row.getString("place"), row.getLong("copied"), row.getLong("copied_bytes"), row.getLong("deleted"),
                    row.getLong("retried"), row.getString("problem"), row.getLong("failed"))) : Optional.empty();
        }
    }

    private static String word(ResultSet row, String column) throws SQLException {
        return row.getString(column).toLowerCase(Locale.ROOT);
    }
}
