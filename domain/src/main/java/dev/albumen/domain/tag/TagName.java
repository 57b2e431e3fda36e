package dev.albumen.domain.tag;

import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.Text;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A tag's name in its normal form: Unicode NFKC (UAX 15), case-folded, white space collapsed, so that “Sea ” and “SEA”
 * are one tag.
 */
public record TagName(String value) {

    public static final int MAX_LENGTH = 64;
    private static final Pattern WHITE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    public TagName {
        if (!value.equals(normal(value)) || value.isEmpty()) {
            throw new IllegalArgumentException("not a tag's normal form: " + value);
        }
    }

    /**
     * Takes what somebody wrote.
     *
     * @param pointer where it stood, for the refusal
     */
    public static TagName written(String pointer, String text) {
        String name = Text.line(pointer, normal(text), MAX_LENGTH);
        if (name.contains("/") || name.contains(",")) {
            throw Refusal.invalid(pointer, "tag-character", "A tag's name holds no slash and no comma.");
        }
        return new TagName(name);
    }

    /** Makes a tag of a keyword that somebody wrote elsewhere, by other rules; empty where it cannot be one. */
    public static Optional<TagName> ofKeyword(String keyword) {
        String name = normal(keyword.replace('/', ' ').replace(',', ' '));
        boolean fits = !name.isEmpty() && name.codePointCount(0, name.length()) <= MAX_LENGTH;
        try {
            return fits ? Optional.of(written("keyword", name)) : Optional.empty();
        } catch (RefusedException unusual) {
            return Optional.empty();
        }
    }

    static String normal(String text) {
        // Lower, upper and lower case again is what the JDK has for case folding: ß and ẞ, ς and σ become one.
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return composed(folded);
    }

    /** The same text in Unicode NFKC, with white space collapsed. */
    static String composed(String text) {
        return WHITE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll(" ").strip();
    }

    @Override
    public String toString() {
        return value;
    }
}
