package dev.albumen.application.image;

import java.util.Locale;

/**
 * What somebody may be about to type.
 *
 * @param value a tag, a camera, a lens, a title, a country or a city with its country, as it is written
 * @param images how many of the images that were looked at have it
 */
public record Suggestion(Kind kind, String value, int images) {

    /** What a suggestion is. */
    public enum Kind {
        TAG, CAMERA, LENS, TITLE, PLACE;

        /** The name that clients see. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What to search for. */
    public String query() {
        String quoted = '"' + value.replace('"', ' ') + '"';
        return kind == Kind.TITLE ? quoted : kind.label() + ":" + quoted;
    }
}
