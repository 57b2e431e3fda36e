package dev.albumen.persistence.event;

import dev.albumen.application.event.UserEvent;
import dev.albumen.application.event.UserEvents;
import dev.albumen.domain.shared.UserId;
import dev.albumen.persistence.shared.Notifications;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Triggers tell, in the transaction of the change; this passes it on to those who listen on this node. */
@Singleton
final class PostgresUserEvents implements UserEvents {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresUserEvents.class);
    /** Without any event, a time before which no open transaction can have taken its id: the longest runs for seconds. */
    private static final String PLACE = """
            SELECT coalesce(max(id), CAST(extract(epoch FROM now() - interval '5 minutes') * 1000000 AS bigint)) AS place
            FROM user_events WHERE user_id = ?
            """;
    private static final String AFTER = "SELECT id, type, data FROM user_events WHERE user_id = ? AND id > ? ORDER BY id LIMIT ?";
    private static final String FORGET = "DELETE FROM user_events WHERE id < ?";
    /** User, id, type, data; the data may hold blanks. */
    private static final int PARTS = 4;

    private final Sql sql;
    private final Notifications notifications;
    private final Map<UserId, List<Listener>> listeners = new ConcurrentHashMap<>();
    private final Passing passing = new Passing();

    PostgresUserEvents(Sql sql, Notifications notifications) {
        this.sql = sql;
        this.notifications = notifications;
    }

    @Override
    public long place(UserId user) {
        return sql.one(PLACE, row -> row.number("place"), user.value());
    }

    @Override
    public List<UserEvent> after(UserId user, long id, int limit) {
        return sql.list(AFTER, row -> new UserEvent(row.number("id"), row.text("type"), row.text("data")), user.value(), id, limit);
    }

    @Override
    public Listening listen(UserId user, Listener listener) {
        listeners.compute(user, (id, known) -> {
            List<Listener> all = known == null ? new CopyOnWriteArrayList<>() : known;
            all.add(listener);
            return all;
        });
        notifications.listen(Notifications.Channel.USER_EVENTS, passing);
        return () -> listeners.computeIfPresent(user, (id, known) -> {
            known.removeIf(other -> other == listener);
            return known.isEmpty() ? null : known;
        });
    }

    @Override
    public int forget(Instant before) {
        return sql.change(FORGET, ChronoUnit.MICROS.between(Instant.EPOCH, before));
    }

    private final class Passing implements Notifications.Listener {

        @Override
        public void told(String payload) {
            String[] parts = payload.split(" ", PARTS);
            try {
                UserEvent event = new UserEvent(Long.parseLong(parts[1]), parts[2], parts[3]);
                listeners.getOrDefault(new UserId(UUID.fromString(parts[0])), List.of()).forEach(listener -> listener.told(event));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                LOG.warn("a notification that is not ours: {}", payload);
            }
        }

        @Override
        public void connected() {
            listeners.values().forEach(all -> all.forEach(Listener::mayHaveMissed));
        }
    }
}
