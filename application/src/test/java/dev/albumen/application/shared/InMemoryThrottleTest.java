package dev.albumen.application.shared;

import java.time.InstantSource;

class InMemoryThrottleTest extends ThrottleContract {

    @Override
    protected Throttle throttle() {
        return new InMemoryThrottle(InstantSource.system());
    }
}
