package dev.albumen.application.transfer;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was said of the images and albums of an export. It is there to be read: who said it has no account elsewhere. */
public record ExportedTalk(List<About> about) {

    public ExportedTalk {
        about = List.copyOf(Objects.requireNonNullElse(about, List.of()));
    }

    /**
     * What was said of one thing.
     *
     * @param image the image's SHA-256; {@code null} where it is an album
     * @param album number of the album's document
     * @param said oldest first, so that answers come after what they answer
     */
    public record About(@Nullable String image, @Nullable Integer album, List<Said> said) {

        public About {
            said = List.copyOf(Objects.requireNonNullElse(said, List.of()));
        }
    }

    /**
     * A comment.
     *
     * @param number counted from 1
     * @param answers the number of the comment that it answers
     * @param name the author's; {@code null} where nobody knows any more
     * @param username {@code null} for guests
     * @param hidden whether only its author, the owner and moderators see it
     */
    public record Said(
            int number, @Nullable Integer answers, @Nullable String name, @Nullable String username, String text, boolean hidden,
            String createdAt) {

        public Said {
            text = Objects.requireNonNullElse(text, "");
            createdAt = Objects.requireNonNullElse(createdAt, "");
        }
    }
}
