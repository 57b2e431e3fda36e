package dev.albumen.persistence.shared;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.util.DriverDataSource;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Where a pool gets its connections from. While the server is away it asks again ten times a second until there is one.
 * The pool alone would wait twice as long after each failure, at last five seconds, and find the server so much later
 * than it came back. Who waits for a connection meanwhile is told as before, by the pool's own limit of time.
 */
final class ReturningServer extends DelegatingDataSource {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final String CONNECTION_TROUBLE = "08";
    /** It starts or stops. */
    private static final String CANNOT_CONNECT_NOW = "57P03";

    private volatile boolean met;

    /** @param met whether the server was there before; else the first failure is thrown, so that a start with a wrong address fails */
    ReturningServer(DataSource server, boolean met) {
        super(server);
        this.met = met;
    }

    /** Has a pool take its connections from here that is otherwise complete. */
    static void serve(HikariConfig pool, boolean met) {
        pool.setDataSource(new ReturningServer(new DriverDataSource(pool.getJdbcUrl(), pool.getDriverClassName(),
                pool.getDataSourceProperties(), pool.getUsername(), pool.getPassword()), met));
    }

    @Override
    public Connection getConnection() throws SQLException {
        return connected(super::getConnection);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return connected(() -> super.getConnection(user, password));
    }

    @FunctionalInterface
    private interface Connecting {
        Connection connect() throws SQLException;
    }

    /** Throws what asking again does not mend, and whatever there is when the pool, which is closing, interrupts. */
    private Connection connected(Connecting server) throws SQLException {
        while (true) {
            try {
                Connection connection = server.connect();
                met = true;
                return connection;
            } catch (SQLException failure) {
                if (!met || !isAway(failure)) {
                    throw failure;
                }
                pause(failure);
            }
        }
    }

    private static boolean isAway(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith(CONNECTION_TROUBLE) || state.equals(CANNOT_CONNECT_NOW);
    }

    private static void pause(SQLException failure) throws SQLException {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
