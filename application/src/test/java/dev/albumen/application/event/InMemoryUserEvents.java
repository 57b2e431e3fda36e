package dev.albumen.application.event;

import dev.albumen.domain.shared.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Events that a test makes happen. */
public final class InMemoryUserEvents implements UserEvents {

    private record Kept(UserId user, UserEvent event) {}

    private record Hearing(UserId user, Listener listener) {}

    private final List<Kept> kept = new ArrayList<>();
    private final List<Hearing> listeners = new ArrayList<>();
    private final InstantSource clock;
    private long last;

    public InMemoryUserEvents(InstantSource clock) {
        this.clock = clock;
    }

    /** Something happens to the user. */
    public synchronized long happen(UserId user) {
        last = Math.max(last + 1, micros(clock.instant()));
        UserEvent event = new UserEvent(last, "image", "{\"status\": \"ready\"}");
        kept.add(new Kept(user, event));
        List.copyOf(listeners).stream().filter(hearing -> hearing.user().equals(user))
                .forEach(hearing -> hearing.listener().told(event));
        return last;
    }

    /** As after a connection that broke. */
    public synchronized void breakOff() {
        listeners.forEach(hearing -> hearing.listener().mayHaveMissed());
    }

    /** How many listen. */
    public synchronized int listeners() {
        return listeners.size();
    }

    @Override
    public synchronized long place(UserId user) {
        return Math.max(last, micros(clock.instant()) - 1);
    }

    @Override
    public synchronized List<UserEvent> after(UserId user, long id, int limit) {
        return kept.stream().filter(one -> one.user().equals(user) && one.event().id() > id).map(Kept::event).limit(limit).toList();
    }

    @Override
    public synchronized Listening listen(UserId user, Listener listener) {
        Hearing hearing = new Hearing(user, listener);
        listeners.add(hearing);
        return () -> {
            synchronized (this) {
                listeners.removeIf(other -> other.listener() == listener);
            }
        };
    }

    @Override
    public synchronized int forget(Instant before) {
        int all = kept.size();
        kept.removeIf(one -> one.event().id() < micros(before));
        return all - kept.size();
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }
}
