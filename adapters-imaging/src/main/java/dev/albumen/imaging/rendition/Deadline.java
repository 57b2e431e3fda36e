package dev.albumen.imaging.rendition;

import dev.albumen.application.rendition.Renderer.UndecodableException;
import java.time.Duration;

/** When a render must be over. Checked by the rendering thread itself: ImageIO's readers cannot be aborted by another. */
record Deadline(Duration limit, long endsAtNanos) {

    static Deadline in(Duration limit) {
        return new Deadline(limit, System.nanoTime() + limit.toNanos());
    }

    /** For a part of the work that begins later but shares the beginning: over after so much of the whole time, or with it. */
    Deadline earlier(Duration time) {
        return time.compareTo(limit) >= 0 ? this : new Deadline(time, endsAtNanos - limit.minus(time).toNanos());
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
