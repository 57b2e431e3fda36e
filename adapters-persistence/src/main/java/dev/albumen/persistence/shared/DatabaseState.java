package dev.albumen.persistence.shared;

import java.util.function.Supplier;

/** The state of the database, in the sense of {@link KeptFinds#STATE}, and which one was seen last. */
final class DatabaseState {

    private final Supplier<String> asking;
    private volatile String last = "";

    /** @param asking asks for the state at this moment, always on the same connection */
    DatabaseState(Supplier<String> asking) {
        this.asking = asking;
    }

    /** The state at this moment. */
    String now() {
        String now = asking.get();
        last = now;
        return now;
    }

    /** A state that was there before this was asked; empty where none was seen yet. */
    String last() {
        return last;
    }
}
