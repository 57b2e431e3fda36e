package dev.albumen.application.image;

/**
 * A word, or several that belong together, of what somebody looks for.
 *
 * @param excluded whether images that have it are not wanted
 */
public record SearchWord(String text, Match match, boolean excluded) {

    /** How an image has it. Case and accents never matter. */
    public enum Match {
        /** A word begins with it. */
        BEGINNING,
        /** It stands there as it is: whole words in this order. */
        PHRASE,
        /** It stands anywhere, in the middle of a word too. */
        PART
    }

    public static SearchWord beginning(String text) {
        return new SearchWord(text, Match.BEGINNING, false);
    }

    SearchWord as(Match other) {
        return new SearchWord(text, other, excluded);
    }

    SearchWord saying(String other) {
        return new SearchWord(other, match, excluded);
    }
}
