package dev.albumen.rest.event;

import dev.albumen.application.event.FollowEvents;
import dev.albumen.application.event.UserEvents;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.user.SignedIn;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** The streams that this node has open: so many in all, so many for each user. They end with the node. */
@Singleton
final class EventStreams implements GracefulShutdownCapable {

    static final int MOST = 1000;
    static final int MOST_OF_USER = 10;
    private static final Duration WAIT = Duration.ofSeconds(10);

    private final UserEvents events;
    private final FollowEvents followEvents;
    private final SignedIn signedIn;
    private final ExecutorService blocking;
    private final Map<Place, EventStream> open = new HashMap<>();
    private boolean stopped;

    EventStreams(
            UserEvents events, FollowEvents followEvents, SignedIn signedIn,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.blocking = blocking;
        this.events = events;
        this.followEvents = followEvents;
        this.signedIn = signedIn;
    }

    /** @param until when it ends at the latest */
    EventStream open(Viewer.Member viewer, Optional<Long> after, Instant until) {
        Place place = new Place(viewer.userId());
        EventStream stream = new EventStream(
                () -> signedIn.goesOn(viewer, until),
                seen -> after(viewer, seen),
                EventStream.Pace.USUAL, place::leave);
        admit(place, stream);
        try {
            // From here on nothing is lost; what is told before the start is known is told once all the same.
            place.hears(events.listen(viewer.userId(), stream));
            stream.begin(followEvents.handle(viewer, new FollowEvents.Query(after)));
            return stream;
        } catch (RuntimeException e) {
            stream.close();
            throw e;
        }
    }

    /** A client that goes away interrupts its reader, which would break the connection to the database under it. */
    private FollowEvents.Start after(Viewer.Member viewer, long seen) {
        try {
            return CompletableFuture.supplyAsync(
                    () -> followEvents.handle(viewer, new FollowEvents.Query(Optional.of(seen))), blocking).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /** What a stream takes of the node until it is over. */
    private final class Place {

        private final UserId user;
        private UserEvents.@Nullable Listening listening;
        private boolean left;

        Place(UserId user) {
            this.user = user;
        }

        synchronized void hears(UserEvents.Listening made) {
            listening = made;
            if (left) {
                made.close();
            }
        }

        synchronized void leave() {
            left = true;
            if (listening != null) {
                listening.close();
            }
            release(this);
        }
    }

    private synchronized void admit(Place place, EventStream stream) {
        if (stopped || open.size() >= MOST) {
            throw new DependencyException("this node has as many event streams as it can");
        }
        if (open.keySet().stream().filter(other -> other.user.equals(place.user)).count() >= MOST_OF_USER) {
            throw new Refusal.Throttled("event-streams", MOST_OF_USER, WAIT, WAIT).thrown();
        }
        open.put(place, stream);
    }

    private synchronized void release(Place place) {
        open.remove(place);
    }

    /** How many are open. */
    synchronized int count() {
        return open.size();
    }

    /** Clients come back to another node for what they miss. */
    @Override
    public CompletionStage<?> shutdownGracefully() {
        stop();
        return CompletableFuture.completedStage(null);
    }

    @PreDestroy
    void stop() {
        List<EventStream> last;
        synchronized (this) {
            stopped = true;
            last = List.copyOf(open.values());
        }
        last.forEach(EventStream::close);
    }
}
