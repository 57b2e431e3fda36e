package dev.albumen.rest.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.albumen.application.event.FollowEvents;
import dev.albumen.application.event.UserEvent;
import java.util.List;

/** Events in the form of {@code text/event-stream}, which knows comments as the framework's own writer does not. */
final class EventText {

    /** Before anything else: how soon to come back after the stream ends. */
    private static final String RETRY = "retry: 3000\n\n";
    static final byte[] STILL_HERE = ": still here\n\n".getBytes(UTF_8);

    private EventText() {}

    static byte[] begin(FollowEvents.Start start) {
        return (RETRY + text(start)).getBytes(UTF_8);
    }

    static byte[] goOn(FollowEvents.Start start) {
        return text(start).getBytes(UTF_8);
    }

    static byte[] of(UserEvent event) {
        return text(event).getBytes(UTF_8);
    }

    private static String text(FollowEvents.Start start) {
        StringBuilder text = new StringBuilder();
        if (start.anew()) {
            text.append(text(new UserEvent(start.place(), "reset", "{}")));
        }
        List<UserEvent> missed = start.missed();
        missed.forEach(event -> text.append(text(event)));
        return text.toString();
    }

    private static String text(UserEvent event) {
        return "id: " + event.id() + "\nevent: " + event.type() + "\ndata: " + event.data() + "\n\n";
    }
}
