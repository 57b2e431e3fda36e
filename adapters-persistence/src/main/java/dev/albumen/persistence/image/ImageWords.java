package dev.albumen.persistence.image;

import dev.albumen.application.image.SearchWord;
import dev.albumen.application.image.SearchWord.Match;
import dev.albumen.persistence.shared.Query;
import java.util.List;

/** What of an image's words is wanted, as SQL over {@code w}, its row of words. */
final class ImageWords {

    private static final String EVERYTHING = "ABCD";
    /** Not the file name, camera, lens and comments, which are not everybody's to see. */
    private static final String SEEN_BY_ALL = "ABC";

    /** Where nothing is left of what was typed, there is nothing to be found by it. */
    private static final String BEGINNING = "coalesce(words_query(?, ?), '')";
    private static final String PHRASE = "coalesce(phrase_query(?, ?), '')";
    /** What is shorter than three characters has no trigram, and is in nearly everything. */
    private static final String PART = "(char_length(spaced(?)) >= 3 AND w.plain LIKE '%' || spaced(?) || '%')";

    private final List<SearchWord> words;
    private final boolean everything;

    /** @param everything whether all that is known of the images is the viewer's to see */
    ImageWords(List<SearchWord> words, boolean everything) {
        this.words = words;
        this.everything = everything;
    }

    /** Narrows to what has all of the words. */
    void narrow(Query query) {
        if (words.stream().anyMatch(word -> !part(word))) {
            tsquery(query.add("AND w.words @@ (")).add(")");
        }
        words.stream().filter(this::part).forEach(word -> query
                .add(word.excluded() ? "AND NOT" : "AND").add(PART, word.text(), word.text()));
    }

    /** How well what is found matches. */
    void rank(Query query) {
        tsquery(query.add("ts_rank(w.words,")).add(")");
    }

    private Query tsquery(Query query) {
        query.add("CAST('' AS tsquery)");
        words.stream().filter(word -> !part(word)).forEach(word -> query
                .add(word.excluded() ? "&& !!" : "&&")
                .add(word.match() == Match.PHRASE ? PHRASE : BEGINNING, word.text(), everything ? EVERYTHING : SEEN_BY_ALL));
        return query;
    }

    /** A part of a text is looked for in all that is said of an image at once, so only by those who may see all of it. */
    private boolean part(SearchWord word) {
        return everything && word.match() == Match.PART;
    }
}
