package dev.albumen.application.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** What tells users of what happens does. */
public abstract class UserEventsContract {

    protected abstract UserEvents events();

    /** A user who exists, the same for the same number. */
    protected abstract UserId user(int number);

    /** Something happens to the user. Returns its id. */
    protected abstract long happen(UserId user);

    private final Heard heard = new Heard();

    private static final class Heard implements UserEvents.Listener {

        final List<UserEvent> events = new CopyOnWriteArrayList<>();

        @Override
        public void told(UserEvent event) {
            events.add(event);
        }

        @Override
        public void mayHaveMissed() {}

        List<Long> ids() {
            return events.stream().map(UserEvent::id).toList();
        }
    }

    @Test
    void tellsAUserInOrderOfWhatIsTheirs() {
        try (UserEvents.Listening ofAda = listen(user(1), heard)) {
            long first = happen(user(1));
            happen(user(2));
            long second = happen(user(1));
            await(() -> heard.ids().size() >= 2);

            assertThat(heard.ids()).containsExactly(first, second);
            assertThat(heard.events).allSatisfy(event -> {
                assertThat(event.type()).isEqualTo("image");
                assertThat(event.data()).startsWith("{").endsWith("}").doesNotContain("\n");
            });
        }
    }

    @Test
    void tellsEveryListener() {
        Heard other = new Heard();
        try (UserEvents.Listening one = listen(user(1), heard); UserEvents.Listening two = listen(user(1), other)) {
            heard.events.clear();
            long id = happen(user(1));
            await(() -> !heard.ids().isEmpty() && !other.ids().isEmpty());

            assertThat(heard.ids()).isEqualTo(other.ids()).containsExactly(id);
        }
    }

    @Test
    void tellsNothingToWhoHasClosed() {
        Heard other = new Heard();
        UserEvents.Listening closed = listen(user(1), heard);
        try (UserEvents.Listening open = listen(user(1), other)) {
            closed.close();
            closed.close();
            heard.events.clear();
            happen(user(1));
            await(() -> !other.ids().isEmpty());

            assertThat(heard.ids()).isEmpty();
        }
    }

    @Test
    void keepsWhatWasTold() {
        long before = events().place(user(1));
        long first = happen(user(1));
        long second = happen(user(1));
        happen(user(2));

        assertThat(before).isLessThan(first);
        assertThat(events().place(user(1))).isGreaterThanOrEqualTo(second);
        assertThat(events().place(user(1))).isLessThan(happen(user(1)));
        assertThat(events().after(user(1), before, 2)).extracting(UserEvent::id).containsExactly(first, second);
        assertThat(events().after(user(1), first, 1)).extracting(UserEvent::id).containsExactly(second);
        assertThat(events().after(user(3), 0, 9)).isEmpty();
    }

    @Test
    void forgetsWhatIsOld() {
        long id = happen(user(1));
        Instant told = Instant.EPOCH.plusNanos(id * 1000);

        assertThat(events().forget(told)).isZero();
        assertThat(events().forget(told.plusSeconds(1))).isOne();
        assertThat(events().after(user(1), 0, 9)).isEmpty();
    }

    /** Listens, and returns once it is sure to be told. */
    private UserEvents.Listening listen(UserId user, Heard listener) {
        UserEvents.Listening listening = events().listen(user, listener);
        await(() -> {
            happen(user);
            return !listener.ids().isEmpty();
        });
        // What happened on the way may still come.
        long last = happen(user);
        await(() -> listener.ids().contains(last));
        listener.events.clear();
        return listening;
    }

    protected static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
            Thread.yield();
        }
    }
}
