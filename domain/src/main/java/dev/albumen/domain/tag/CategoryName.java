package dev.albumen.domain.tag;

import dev.albumen.domain.shared.Text;

/** A category's name as its owner writes it. Two that differ in case alone are one. */
public record CategoryName(String value) {

    public static final int MAX_LENGTH = 64;

    public CategoryName {
        if (!value.equals(TagName.composed(value)) || value.isEmpty()) {
            throw new IllegalArgumentException("not a category's name: " + value);
        }
    }

    /**
     * Takes what somebody wrote.
     *
     * @param pointer where it stood, for the refusal
     */
    public static CategoryName written(String pointer, String text) {
        return new CategoryName(Text.line(pointer, TagName.composed(text), MAX_LENGTH));
    }

    /** Equal for names that count as one. */
    public String key() {
        return TagName.normal(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
