package dev.albumen.rest.event;

import dev.albumen.application.event.FollowEvents;
import dev.albumen.application.event.UserEvent;
import dev.albumen.application.event.UserEvents;
import dev.albumen.application.shared.DependencyException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One client's events as bytes. Reading waits for the next event; the client's pace is the reader's. Events wait for a
 * slow client up to a bound, past which the stream ends and the client comes back for what it missed. In silence it says
 * that it is still there, which finds clients that are gone and keeps proxies from ending it.
 */
final class EventStream extends InputStream implements UserEvents.Listener {

    /** How fast streams notice things. */
    record Pace(Duration tick, Duration check, Duration heartbeat, Duration outage) {

        static final Pace USUAL = new Pace(
                Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(15), Duration.ofSeconds(30));
    }

    static final int MOST_WAITING = 256;
    private static final byte[] NOTHING = new byte[0];

    private final BlockingQueue<UserEvent> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final BooleanSupplier allowed;
    private final LongFunction<FollowEvents.Start> follow;
    private final Pace pace;
    private final Runnable onEnd;
    private volatile boolean ended;
    private volatile boolean mayHaveMissed;

    private byte[] chunk = NOTHING;
    private int at;
    private long place;
    private long checkedAt;
    private long saidAt;
    private long triedAt;

    /**
     * @param allowed whether the client may still have it; throws {@link DependencyException} where that cannot be told
     * @param follow tells what happened after a place
     * @param onEnd called once or more when it is over, however that came
     */
    EventStream(BooleanSupplier allowed, LongFunction<FollowEvents.Start> follow, Pace pace, Runnable onEnd) {
        this.allowed = allowed;
        this.follow = follow;
        this.pace = pace;
        this.onEnd = onEnd;
    }

    /** Says where it begins; before that nothing is read. What is told meanwhile waits. */
    void begin(FollowEvents.Start start) {
        chunk = EventText.begin(start);
        at = 0;
        place = last(start);
        long now = System.nanoTime();
        checkedAt = now;
        saidAt = now;
        triedAt = now - pace.check().toNanos();
    }

    @Override
    public void told(UserEvent event) {
        if (!ended && !waiting.offer(event)) {
            close();
        }
    }

    @Override
    public void mayHaveMissed() {
        mayHaveMissed = true;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        while (at == chunk.length) {
            byte[] next = ended ? null : next();
            if (next == null) {
                return -1;
            }
            chunk = next;
            at = 0;
        }
        int count = Math.min(length, chunk.length - at);
        System.arraycopy(chunk, at, into, offset, count);
        at += count;
        saidAt = System.nanoTime();
        return count;
    }

    /** What is to be said next, which may be nothing yet; {@code null} at the end. */
    private byte @Nullable [] next() {
        try {
            if (!mayGoOn()) {
                close();
                return null;
            }
            if (mayHaveMissed && isOver(triedAt, pace.check())) {
                return caughtUp();
            }
            UserEvent event = waiting.poll(pace.tick().toNanos(), TimeUnit.NANOSECONDS);
            // The check may be a tick old by now.
            if (event != null && event.id() > place && mayGoOn()) {
                place = event.id();
                return EventText.of(event);
            }
            return isOver(saidAt, pace.heartbeat()) ? EventText.STILL_HERE : NOTHING;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            return null;
        }
    }

    private boolean mayGoOn() {
        if (ended) {
            return false;
        }
        if (!isOver(checkedAt, pace.check())) {
            return true;
        }
        try {
            boolean allowedStill = allowed.getAsBoolean();
            checkedAt = System.nanoTime();
            return allowedStill;
        } catch (DependencyException e) {
            // Without a database there is nothing to tell either.
            return !isOver(checkedAt, pace.outage());
        }
    }

    private byte[] caughtUp() {
        mayHaveMissed = false;
        triedAt = System.nanoTime();
        try {
            FollowEvents.Start start = follow.apply(place);
            place = Math.max(place, last(start));
            return EventText.goOn(start);
        } catch (DependencyException e) {
            mayHaveMissed = true;
            return NOTHING;
        }
    }

    private static long last(FollowEvents.Start start) {
        return start.missed().isEmpty() ? start.place() : start.missed().getLast().id();
    }

    private static boolean isOver(long since, Duration time) {
        return System.nanoTime() - since >= time.toNanos();
    }

    /** Ends it, from any thread. A reader that waits notices within a tick. */
    @Override
    public void close() {
        ended = true;
        waiting.clear();
        onEnd.run();
    }
}
