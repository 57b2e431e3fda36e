package dev.albumen.application.image;

import dev.albumen.domain.shared.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody typed to find images: free words, {@code "phrases in quotes"}, {@code field:value}, and any of these with a
 * minus sign before it for what is not wanted. Fields and their values are those of {@link SearchFields}. Pure.
 */
public record SearchText(List<SearchWord> words, List<Criterion> criteria) {

    /** Characters that may be typed. */
    public static final int MAX_LENGTH = 500;
    /** Words, phrases and fields that may be typed. */
    public static final int MAX_TERMS = 32;

    /** A quotation that does not end goes on to the end. */
    private static final String QUOTED = "\"([^\"]*)(?:\"|$)";
    private static final Pattern TERM = Pattern.compile(
            "(?<minus>-?)(?:(?<field>\\p{L}+):(?:" + QUOTED + "|(?<value>[^\\s\"]*))|" + QUOTED + "|(?<word>[^\\s\"]+))");

    public SearchText {
        words = List.copyOf(words);
        criteria = List.copyOf(criteria);
    }

    /**
     * Takes what was typed apart. Refused is what is too long, a field that is not known, and a value that the field does not
     * take; the refusal says what it takes.
     *
     * @param pointer where it was typed
     * @param tagForm makes a tag's normal form of what was typed for it, or refuses it
     */
    public static SearchText read(String pointer, String typed, UnaryOperator<String> tagForm) {
        if (typed.length() > MAX_LENGTH) {
            throw Refusal.invalid(pointer, "too-long", "This is longer than " + MAX_LENGTH + " characters.");
        }
        List<SearchWord> words = new ArrayList<>();
        List<Criterion> criteria = new ArrayList<>();
        SearchFields fields = SearchFields.of(pointer, tagForm);
        Matcher term = TERM.matcher(typed);
        while (term.find()) {
            boolean excluded = !term.group("minus").isEmpty();
            if (term.group("field") != null) {
                boolean quoted = term.group(3) != null;
                Criterion wanted = fields.read(term.group("field"), quoted ? term.group(3) : term.group("value"), quoted);
                criteria.add(excluded ? new Criterion.Not(wanted) : wanted);
            } else if (term.group("word") != null) {
                words.add(new SearchWord(term.group("word"), SearchWord.Match.BEGINNING, excluded));
            } else if (!term.group(5).isBlank()) {
                words.add(new SearchWord(term.group(5), SearchWord.Match.PHRASE, excluded));
            }
        }
        if (words.size() + criteria.size() > MAX_TERMS) {
            throw Refusal.invalid(pointer, "too-many-terms", "This has more than " + MAX_TERMS + " words and fields.");
        }
        return new SearchText(words, criteria);
    }

    /**
     * One field's value that was given apart, as in a parameter of its own; a tag is taken as it is.
     *
     * @param pointer where it was given
     */
    public static Criterion field(String pointer, String field, String value) {
        return SearchFields.of(pointer, UnaryOperator.identity()).read(field, value, false);
    }
}
