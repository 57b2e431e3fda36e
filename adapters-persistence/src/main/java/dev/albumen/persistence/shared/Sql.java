package dev.albumen.persistence.shared;

import dev.albumen.application.shared.DependencyException;
import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.data.connection.ConnectionStatus;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/**
 * Plain prepared statements, for what is not a single entity. Within a transaction they run on its connection; outside
 * one, each stands alone on a connection in autocommit, which costs one trip to the server and none to begin or end.
 *
 * <p>Values are bound in the order of the question marks; {@link Values} says how.
 *
 * <p>Throws {@link ConstraintException} where a constraint is broken, {@link DependencyException} where the database is
 * in trouble.
 */
@Singleton
public final class Sql {

    private final ConnectionOperations<Connection> current;
    private final DataSource pool;

    Sql(ConnectionOperations<Connection> current, DataSource pool) {
        this.current = current;
        this.pool = DelegatingDataSource.unwrapDataSource(pool);
    }

    /** Makes a thing of the row under the cursor. */
    @FunctionalInterface
    public interface RowReader<T> {

        T read(Row row) throws SQLException;
    }

    /** All rows of a query. */
    public <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... values) {
        return run(sql, values, statement -> rows(statement, reader));
    }

    /** {@link #list} by a plan for these very values, which costs planning each time. */
    public <T> List<T> listPlanned(String sql, RowReader<T> reader, @Nullable Object... values) {
        return run(sql, values, statement -> {
            // A statement that the server keeps may be given one plan for all values.
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            return rows(statement, reader);
        });
    }

    private static <T> List<T> rows(PreparedStatement statement, RowReader<T> reader) throws SQLException {
        List<T> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            Row row = new Row(rows);
            while (rows.next()) {
                found.add(reader.read(row));
            }
        }
        return found;
    }

    /** The only row of a query; empty where there is none. */
    public <T> Optional<T> find(String sql, RowReader<T> reader, @Nullable Object... values) {
        List<T> found = list(sql, reader, values);
        if (found.size() > 1) {
            throw new IllegalStateException("more than one row: " + sql);
        }
        return found.stream().findFirst();
    }

    /** The row of a query that always has exactly one. */
    public <T> T one(String sql, RowReader<T> reader, @Nullable Object... values) {
        return find(sql, reader, values).orElseThrow(() -> new IllegalStateException("no row: " + sql));
    }

    /** Changes rows and says how many. */
    public int change(String sql, @Nullable Object... values) {
        return run(sql, values, PreparedStatement::executeUpdate);
    }

    /** Runs one change with many rows of values, in one trip to the server. */
    public void changeEach(String sql, List<@Nullable Object[]> rows) {
        run(sql, new Object[0], statement -> {
            for (Object[] row : rows) {
                Values.bind(statement, row);
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    /** Whether a transaction of the caller's is joined. */
    boolean isInTransaction() {
        return current.findConnectionStatus().isPresent();
    }

    /** Refuses to go on where what follows would last without the caller's change. */
    public void requireTransaction() {
        if (!isInTransaction()) {
            throw new IllegalStateException("this belongs in a transaction");
        }
    }

    private interface Work<T> {

        T with(PreparedStatement statement) throws SQLException;
    }

    private <T> T run(String sql, @Nullable Object[] values, Work<T> work) {
        Optional<ConnectionStatus<Connection>> joined = current.findConnectionStatus();
        try {
            if (joined.isPresent()) {
                return prepared(joined.get().getConnection(), sql, values, work);
            }
            try (Connection own = pool.getConnection()) {
                return prepared(own, sql, values, work);
            }
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }

    private static <T> T prepared(Connection connection, String sql, @Nullable Object[] values, Work<T> work)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Values.bind(statement, values);
            return work.with(statement);
        }
    }
}
