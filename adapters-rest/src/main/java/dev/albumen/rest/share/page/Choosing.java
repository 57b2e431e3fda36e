package dev.albumen.rest.share.page;

import dev.albumen.application.share.Knock;
import dev.albumen.domain.shared.Viewer;
import io.micronaut.http.HttpRequest;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells pages what their visitor chooses of what a link shows, on behalf of those who keep it. */
public interface Choosing {

    /** @param within the link, which takes selections, with the visit in which its page is shown */
    Choice of(HttpRequest<?> request, Viewer viewer, Knock within);

    /** How far a visitor has come. */
    enum State {
        NOT_BEGUN,
        /** Not begun, and the time for it is over. */
        MISSED,
        OPEN, SUBMITTED, DELIVERED, ACCEPTED, CLOSED
    }

    /**
     * A visitor's selection.
     *
     * @param key tells it from others; {@code null} where they have not begun
     * @param title that the link's owner gave it
     * @param limit {@code null} for any number of pictures
     * @param chosen what is said of each picture, in the order in which they were chosen
     */
    record Choice(
            @Nullable String key, State state, @Nullable String title, @Nullable Integer limit, @Nullable Instant deadline,
            boolean allowComments, Map<UUID, Said> chosen) {

        boolean open() {
            return state == State.OPEN;
        }

        boolean full() {
            return limit != null && chosen.size() >= limit;
        }
    }

    /**
     * What is said of a picture.
     *
     * @param stars 1 to 5; {@code null} for none
     * @param color such as {@code red}; {@code null} for none
     */
    record Said(@Nullable String comment, @Nullable Integer stars, @Nullable String color) {}
}
