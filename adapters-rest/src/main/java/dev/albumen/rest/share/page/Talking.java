package dev.albumen.rest.share.page;

import dev.albumen.application.share.Knock;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells pages what was said of what a link shows, and takes what its visitors say, on behalf of those who keep it. */
public interface Talking {

    /**
     * What everybody may read of it, each thread in one piece.
     *
     * @param within the link, which lets its visitors speak, with the visit in which its page is shown
     */
    Talk of(Viewer viewer, Knock within, ImageId image);

    /**
     * Says something of an image.
     *
     * @param name what the visitor calls themselves; where the link was given to somebody, it is their name instead
     * @param address the visitor's, for throttling
     */
    void say(Viewer viewer, Knock within, ImageId image, String name, String words, String address);

    /** @param more whether there is more, older than these */
    record Talk(List<Said> said, boolean more) {

        public Talk {
            said = List.copyOf(said);
        }
    }

    /**
     * A comment.
     *
     * @param name {@code null} where nobody is known any more
     * @param words {@code null} where only its place in the thread is left
     * @param answer whether it answers the one that began the thread
     */
    record Said(@Nullable String name, @Nullable String words, boolean answer, Instant at, boolean edited, int likes) {}
}
