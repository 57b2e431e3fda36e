package dev.albumen.persistence.job;

import dev.albumen.application.job.WakeUps;
import dev.albumen.persistence.shared.Notifications;
import dev.albumen.persistence.shared.Sql;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Hints by PostgreSQL's notifications: to every node, on the connection that it listens on anyway. */
@Singleton
@Requires(property = "albumen.jobs.wakeup", value = "postgres", defaultValue = "postgres")
final class PostgresWakeUps implements WakeUps {

    private static final String TELL = "SELECT pg_notify(?, '')";

    private final Sql sql;
    private final Notifications notifications;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Passing passing = new Passing();

    PostgresWakeUps(Sql sql, Notifications notifications) {
        this.sql = sql;
        this.notifications = notifications;
    }

    @Override
    public void tell() {
        sql.list(TELL, row -> 0, Notifications.Channel.JOB_WAKE_UPS.text());
    }

    @Override
    public Listening listen(Listener listener) {
        listeners.add(listener);
        notifications.listen(Notifications.Channel.JOB_WAKE_UPS, passing);
        return () -> listeners.remove(listener);
    }

    private final class Passing implements Notifications.Listener {

        @Override
        public void told(String payload) {
            listeners.stream().filter(Listener::hasRoom).forEach(Listener::told);
        }

        /** What came meanwhile is found by looking. */
        @Override
        public void connected() {
            told("");
        }
    }
}
