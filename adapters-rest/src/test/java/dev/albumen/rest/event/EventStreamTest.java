package dev.albumen.rest.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.event.FollowEvents.Start;
import dev.albumen.application.event.UserEvent;
import dev.albumen.application.shared.DependencyException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

class EventStreamTest {

    private static final Duration LONG = Duration.ofDays(1);
    private static final LongFunction<Start> NOTHING_MISSED = place -> new Start(false, place, List.of());

    private final AtomicInteger ends = new AtomicInteger();

    private EventStream stream(Duration check, Duration heartbeat, BooleanSupplier allowed, LongFunction<Start> follow) {
        EventStream stream = new EventStream(allowed, follow,
                new EventStream.Pace(Duration.ofMillis(1), check, heartbeat, LONG), ends::incrementAndGet);
        stream.begin(new Start(true, 10, List.of()));
        return stream;
    }

    private EventStream silent() {
        return stream(LONG, LONG, () -> true, NOTHING_MISSED);
    }

    private static UserEvent event(long id) {
        return new UserEvent(id, "image", "{\"n\": " + id + "}");
    }

    /** The next piece that it has to say; empty at the end. */
    private static String next(EventStream stream) {
        byte[] buffer = new byte[8192];
        int count = stream.read(buffer, 0, buffer.length);
        return count < 0 ? "" : new String(buffer, 0, count, StandardCharsets.UTF_8);
    }

    @Test
    void beginsWithItsPlaceAndGoesOnWithEvents() throws IOException {
        EventStream stream = silent();
        stream.told(event(11));
        stream.told(event(12));

        assertThat(next(stream)).isEqualTo("retry: 3000\n\nid: 10\nevent: reset\ndata: {}\n\n");
        assertThat(next(stream)).isEqualTo("id: 11\nevent: image\ndata: {\"n\": 11}\n\n");
        assertThat(next(stream)).startsWith("id: 12\n");
        stream.close();
        assertThat(stream.read()).isEqualTo(-1);
    }

    @Test
    void tellsNothingTwiceThatItsStartHasTold() {
        EventStream stream = new EventStream(() -> true, NOTHING_MISSED, EventStream.Pace.USUAL, ends::incrementAndGet);
        stream.told(event(11));
        stream.told(event(12));
        stream.begin(new Start(false, 10, List.of(event(11))));

        assertThat(next(stream)).isEqualTo("retry: 3000\n\nid: 11\nevent: image\ndata: {\"n\": 11}\n\n");
        assertThat(next(stream)).startsWith("id: 12\n");
    }

    @Test
    void saysInSilenceThatItIsThere() {
        EventStream stream = stream(LONG, Duration.ofMillis(2), () -> true, NOTHING_MISSED);
        next(stream);

        assertThat(next(stream)).isEqualTo(": still here\n\n");
    }

    @Test
    void endsOnceItsReaderMayNotHaveIt() {
        EventStream stream = stream(Duration.ZERO, LONG, () -> false, NOTHING_MISSED);
        stream.told(event(11));
        next(stream);

        assertThat(next(stream)).isEmpty();
        assertThat(ends).hasPositiveValue();
    }

    @Test
    void outlivesAShortOutage() {
        AtomicInteger asked = new AtomicInteger();
        EventStream stream = stream(Duration.ZERO, LONG, () -> {
            if (asked.incrementAndGet() <= 3) {
                throw new DependencyException("away");
            }
            return false;
        }, NOTHING_MISSED);
        next(stream);

        assertThat(next(stream)).isEmpty();
        assertThat(asked).hasValue(4);
    }

    @Test
    void endsWithALongOutage() {
        EventStream stream = new EventStream(() -> {
            throw new DependencyException("away");
        }, NOTHING_MISSED, new EventStream.Pace(Duration.ofMillis(1), Duration.ZERO, LONG, Duration.ZERO), ends::incrementAndGet);
        stream.begin(new Start(true, 10, List.of()));
        next(stream);

        assertThat(next(stream)).isEmpty();
    }

    @Test
    void catchesUpAfterAnInterruption() {
        AtomicInteger asked = new AtomicInteger();
        EventStream stream = stream(Duration.ZERO, LONG, () -> true, place -> {
            if (asked.incrementAndGet() == 1) {
                throw new DependencyException("away");
            }
            return new Start(false, place, List.of(event(place + 1), event(place + 2)));
        });
        next(stream);
        stream.mayHaveMissed();

        assertThat(next(stream)).startsWith("id: 11\n").contains("id: 12\n");
        stream.told(event(12));
        stream.told(event(13));
        assertThat(next(stream)).startsWith("id: 13\n");
    }

    @Test
    void endsWhereItsReaderIsTooSlow() {
        EventStream stream = silent();
        for (int i = 0; i <= EventStream.MOST_WAITING; i++) {
            assertThat(ends).hasValue(0);
            stream.told(event(11 + i));
        }

        assertThat(ends).hasPositiveValue();
        next(stream);
        assertThat(next(stream)).isEmpty();
    }
}
