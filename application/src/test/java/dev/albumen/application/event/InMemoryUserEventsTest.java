package dev.albumen.application.event;

import dev.albumen.domain.shared.UserId;
import java.time.InstantSource;
import java.util.UUID;

class InMemoryUserEventsTest extends UserEventsContract {

    private final InMemoryUserEvents events = new InMemoryUserEvents(InstantSource.system());

    @Override
    protected UserEvents events() {
        return events;
    }

    @Override
    protected UserId user(int number) {
        return new UserId(new UUID(0, number));
    }

    @Override
    protected long happen(UserId user) {
        return events.happen(user);
    }
}
