package dev.albumen.domain.label;

/**
 * Something in a picture that a person should look at before others do.
 *
 * @param name in the labeler's words, such as {@code Violence}
 */
public record Concern(String name, Confidence confidence) {

    public static final int MAX_NAME = 100;

    public Concern {
        if (name.isBlank() || name.length() > MAX_NAME) {
            throw new IllegalArgumentException("concern " + name);
        }
    }
}
