package dev.albumen.application.event;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Says where a viewer's stream of events goes on: with all that happened since the last event they saw, where that can be
 * told, and otherwise anew.
 */
public final class FollowEvents {

    /** Events are forgotten later than that. */
    static final Duration TOLD_AGAIN = Duration.ofHours(23);
    /** Whoever missed more reads the things themselves, which is less. */
    static final int MOST_TOLD_AGAIN = 1000;
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private final Transactions transactions;
    private final UserEvents events;
    private final InstantSource clock;

    public FollowEvents(Transactions transactions, UserEvents events, InstantSource clock) {
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** @param after the id of the last event that the viewer saw; empty for none */
    public record Query(Optional<Long> after) {}

    /**
     * @param anew whether events may be missing between the last one seen and these
     * @param place all that is not in {@code missed} and has a greater id is yet to come
     * @param missed oldest first
     */
    public record Start(boolean anew, long place, List<UserEvent> missed) {}

    public Start handle(Viewer viewer, Query query) {
        UserId user = viewer.member().userId();
        return transactions.read(() -> query.after().filter(this::isKept).flatMap(after -> goingOn(user, after))
                .orElseGet(() -> new Start(true, events.place(user), List.of())));
    }

    private Optional<Start> goingOn(UserId user, long after) {
        List<UserEvent> missed = events.after(user, after, MOST_TOLD_AGAIN + 1);
        return missed.size() > MOST_TOLD_AGAIN ? Optional.empty() : Optional.of(new Start(false, after, missed));
    }

    private boolean isKept(long id) {
        Instant now = clock.instant();
        return id >= micros(now.minus(TOLD_AGAIN)) && id <= micros(now.plus(CLOCKS_APART));
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }
}
