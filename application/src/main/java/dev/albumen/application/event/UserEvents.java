package dev.albumen.application.event;

import dev.albumen.domain.shared.UserId;
import java.time.Instant;
import java.util.List;

/**
 * What happens to users' things on any node: told when it is committed, and kept for a while. What is told comes from the
 * changes themselves, so nothing is told of one that rolls back, and nothing is left out of one that commits.
 */
public interface UserEvents {

    /** An id below that of everything that is committed from now on, and not below that of what was committed before. */
    long place(UserId user);

    /** What is kept of a user's events with greater ids, oldest first. */
    List<UserEvent> after(UserId user, long id, int limit);

    /** Tells a listener of each of the user's events, in their order, until it is closed. */
    Listening listen(UserId user, Listener listener);

    /** Forgets what was told before that time. Returns how many events. */
    int forget(Instant before);

    /** Called by one thread that all listeners share, so it must not block. */
    interface Listener {

        void told(UserEvent event);

        /** Events may have come and gone: whoever wants none to be missing reads what is kept of them. */
        void mayHaveMissed();
    }

    /** A listener's place among the others. Closing twice is no error. */
    interface Listening extends AutoCloseable {

        @Override
        void close();
    }
}
