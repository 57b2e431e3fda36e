package dev.albumen.persistence.image;

import dev.albumen.persistence.shared.Order;
import dev.albumen.persistence.shared.Query;

/** The search for words: each begins a word of the image, or the whole stands in its text, or nearly. */
final class ImageWords {

    /** Best match first: whole words by where they stand, near misses by how near they are. */
    static final Order RELEVANCE = Order.by("""
            CASE WHEN w.words @@ q.typed THEN 1 + ts_rank(w.words, q.typed) ELSE word_similarity(q.plain, w.plain) END
            """, "real", "i.id", true);

    /** Parts of fewer characters have no trigram, so only the beginnings of words are compared with them. */
    private static final String JOIN = """
            JOIN image_words w ON w.image_id = i.id
            CROSS JOIN (
                SELECT words_query(t.typed, t.weights) AS typed,
                       CASE WHEN char_length(spaced(t.typed)) >= 3 THEN spaced(t.typed) END AS plain
                FROM (SELECT CAST(? AS text) AS typed, CAST(? AS text) AS weights OFFSET 0) t OFFSET 0) q
            """;
    private static final String IN_ALL = "ABCD";
    private static final String IN_WHAT_EVERYBODY_SEES = "ABC";

    private ImageWords() {}

    static void join(Query query, String words, boolean everything) {
        query.add(JOIN, words, everything ? IN_ALL : IN_WHAT_EVERYBODY_SEES);
    }

    static void narrow(Query query, boolean everything) {
        query.add(everything
                ? "AND (w.words @@ q.typed OR w.plain LIKE '%' || q.plain || '%' OR q.plain <% w.plain)"
                : "AND w.words @@ q.typed");
    }
}
