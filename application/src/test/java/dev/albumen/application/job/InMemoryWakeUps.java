package dev.albumen.application.job;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tells everybody of the process at once. */
public final class InMemoryWakeUps implements WakeUps {

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    @Override
    public void tell() {
        listeners.stream().filter(Listener::hasRoom).forEach(Listener::told);
    }

    @Override
    public Listening listen(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
