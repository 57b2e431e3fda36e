package dev.albumen.domain.image;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people wrote into a picture's file about it, where the IPTC Photo Metadata Standard puts it.
 *
 * @param creator who made the picture; several are joined
 * @param rating 1 to 5 stars, −1 for rejected; {@code null} where unrated
 * @param keywords as written, each once, at most {@value #MAX_KEYWORDS}
 */
public record Caption(
        @Nullable String title, @Nullable String description, @Nullable String creator, @Nullable String copyright,
        @Nullable Integer rating, List<String> keywords) {

    public static final int MAX_KEYWORDS = 100;
    /** How many characters a keyword holds at most. */
    public static final int MAX_KEYWORD = 64;

    public static final Caption NONE = new Caption(null, null, null, null, null, List.of());

    public Caption {
        keywords = List.copyOf(keywords);
    }

    /** The same without the words, which may tell the place. */
    Caption withoutPlace() {
        return new Caption(null, null, creator, copyright, rating, List.of());
    }
}
