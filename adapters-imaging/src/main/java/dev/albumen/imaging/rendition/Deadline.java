package dev.albumen.imaging.rendition;

import dev.albumen.application.rendition.Renderer.UndecodableException;
import java.time.Duration;

/** When a render must be over. Checked by the rendering thread itself: ImageIO's readers cannot be aborted by another. */
record Deadline(Duration limit, long endsAtNanos) {

    static Deadline in(Duration limit) {
        return new Deadline(limit, System.nanoTime() + limit.toNanos());
    }

    /** This one, or the end of so much time from now where that is earlier. */
    Deadline earlier(Duration time) {
        return left().compareTo(time) <= 0 ? this : in(time);
    }

    /** Never negative. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, endsAtNanos - System.nanoTime()));
    }

    boolean passed() {
        return System.nanoTime() - endsAtNanos > 0;
    }

    void check() throws UndecodableException {
        if (passed()) {
            throw new UndecodableException("The picture takes longer than " + limit.toSeconds() + " s to decode.");
        }
    }
}
