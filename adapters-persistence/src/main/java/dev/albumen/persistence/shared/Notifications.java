package dev.albumen.persistence.shared;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This node's one connection that listens, outside of every pool, from the first time that somebody wants it to the end.
 * It is made again whenever it breaks.
 */
@Singleton
public final class Notifications {

    private static final Logger LOG = LoggerFactory.getLogger(Notifications.class);
    private static final String LISTEN =
            Arrays.stream(Channel.values()).map(channel -> "LISTEN " + channel.text()).collect(Collectors.joining("; "));
    /** After so long without a word it is tried whether the connection still stands. */
    private static final int SILENCE_MILLIS = 5_000;
    private static final int ANSWER_SECONDS = 5;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final DatasourceConfiguration database;
    private final Map<String, Listener> listeners = new ConcurrentHashMap<>();
    private @Nullable Thread thread;
    private volatile @Nullable Connection current;
    private volatile boolean closed;

    Notifications(DatasourceConfiguration database) {
        this.database = database;
    }

    /** What can be listened to. All are listened to at once; what nobody wants to hear is dropped. */
    public enum Channel {
        USER_EVENTS,
        JOB_WAKE_UPS;

        /** As the database names it. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Called by one thread, which must not be held up. */
    public interface Listener {

        void told(String payload);

        /** It listens from now on; what came before is lost. */
        void connected();
    }

    /** Has somebody listen, in the place of whoever did before, and begins to listen where that has not begun. */
    public synchronized void listen(Channel channel, Listener listener) {
        listeners.put(channel.text(), listener);
        if (thread == null && !closed) {
            thread = Thread.ofPlatform().daemon().name("notifications").start(this::listen);
        }
    }

    private void listen() {
        while (!closed) {
            try (Connection connection = connect()) {
                current = connection;
                try (Statement statement = connection.createStatement()) {
                    statement.execute(LISTEN);
                }
                listeners.values().forEach(Listener::connected);
                pass(connection);
            } catch (SQLException e) {
                if (!closed) {
                    LOG.warn("no notifications from the database until it answers: {}", e.getMessage());
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            }
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        database.getDataSourceProperties().forEach((name, value) -> properties.put(name.toString(), value.toString()));
        properties.put("user", database.getUsername());
        properties.put("password", database.getPassword());
        properties.put("ApplicationName", "albumen notifications");
        properties.put("tcpKeepAlive", "true");
        return DriverManager.getConnection(database.getUrl(), properties);
    }

    private void pass(Connection connection) throws SQLException {
        PGConnection server = connection.unwrap(PGConnection.class);
        while (!closed) {
            PGNotification[] told = server.getNotifications(SILENCE_MILLIS);
            if (told == null || told.length == 0) {
                if (!closed && !connection.isValid(ANSWER_SECONDS)) {
                    throw new SQLException("the connection broke");
                }
                continue;
            }
            for (PGNotification one : told) {
                Listener listener = listeners.get(one.getName());
                if (listener != null) {
                    listener.told(one.getParameter());
                }
            }
        }
    }

    @PreDestroy
    void close() throws SQLException {
        closed = true;
        Connection open = current;
        if (open != null) {
            open.abort(Runnable::run);
        }
    }
}
