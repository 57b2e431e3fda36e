package dev.albumen.application.event;

import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.domain.shared.Viewer;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FollowEventsTest extends UseCaseTest {

    private final InMemoryUserEvents events = new InMemoryUserEvents(clock);
    private final FollowEvents follow = new FollowEvents(transactions, events, clock);

    private FollowEvents.Start after(long id) {
        return follow.handle(ADA, new FollowEvents.Query(Optional.of(id)));
    }

    @Test
    void beginsAnewForWhoSawNothing() {
        long last = events.happen(ADA.userId());

        FollowEvents.Start start = follow.handle(ADA, new FollowEvents.Query(Optional.empty()));

        assertThat(start.anew()).isTrue();
        assertThat(start.missed()).isEmpty();
        assertThat(start.place()).isGreaterThanOrEqualTo(last);
    }

    @Test
    void goesOnWithWhatWasMissed() {
        long seen = events.happen(ADA.userId());
        events.happen(BOB.userId());
        long missed = events.happen(ADA.userId());

        assertThat(after(seen).anew()).isFalse();
        assertThat(after(seen).missed()).extracting(UserEvent::id).containsExactly(missed);
        assertThat(after(missed).missed()).isEmpty();
    }

    @Test
    void beginsAnewWhereSomethingMayBeForgotten() {
        long seen = events.happen(ADA.userId());
        clock.pass(FollowEvents.TOLD_AGAIN);
        assertThat(after(seen).anew()).isFalse();

        clock.pass(Duration.ofSeconds(1));
        assertThat(after(seen).anew()).isTrue();
        assertThat(after(0).anew()).isTrue();
        assertThat(after(Long.MAX_VALUE).anew()).isTrue();
    }

    @Test
    void beginsAnewWhereTooMuchWasMissed() {
        long seen = events.happen(ADA.userId());
        for (int i = 0; i < FollowEvents.MOST_TOLD_AGAIN; i++) {
            events.happen(ADA.userId());
        }
        assertThat(after(seen).missed()).hasSize(FollowEvents.MOST_TOLD_AGAIN);

        events.happen(ADA.userId());
        assertThat(after(seen).anew()).isTrue();
    }

    @Test
    void isForUsersAlone() {
        assertRefused("sign-in-required", () -> follow.handle(Viewer.ANONYMOUS, new FollowEvents.Query(Optional.empty())));
    }
}
