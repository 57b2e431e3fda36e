package dev.albumen.persistence.image;

import dev.albumen.persistence.shared.Order;
import dev.albumen.persistence.shared.Query;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The search for words. An image is hit where each word begins one of its words, or the whole is a part of its text. Only
 * where nothing is hit do near misses count: they cost more, and beside true hits they would be noise.
 */
final class ImageWords {

    /** Best match first: whole words by where they stand, all others by how near they are. */
    static final Order RELEVANCE = Order.by("""
            CAST(CASE WHEN w.words @@ (SELECT typed FROM wanted) THEN 1 + ts_rank(w.words, (SELECT typed FROM wanted))
                ELSE word_similarity((SELECT plain FROM wanted), w.plain) END AS double precision)
            """, "double precision", "i.id", true);

    /** What is shorter than three characters has no trigram, so only the beginnings of words are compared with it. */
    private static final String WANTED = """
            WITH wanted AS MATERIALIZED (
                SELECT words_query(typed, weights) AS typed,
                       CASE WHEN char_length(spaced(typed)) >= 3 THEN spaced(typed) END AS plain
                FROM (VALUES (CAST(? AS text), CAST(? AS text))) given (typed, weights))
            , hits AS MATERIALIZED (
                SELECT image_id FROM image_words WHERE words @@ (SELECT typed FROM wanted)
            """;
    private static final String PARTS = """
                UNION
                SELECT image_id FROM image_words WHERE plain LIKE '%' || (SELECT plain FROM wanted) || '%'
            """;
    private static final String NEAR = """
            )
            , near AS MATERIALIZED (
                SELECT n.image_id FROM image_words n
                WHERE (SELECT plain FROM wanted) <% n.plain AND NOT (SELECT EXISTS (
                    SELECT 1 FROM hits JOIN images o ON o.id = hits.image_id
                    WHERE o.trashed_at IS NULL AND (CAST(? AS uuid) IS NULL OR o.owner_id = ?)))
                LIMIT 1000)
            , found AS (SELECT image_id FROM hits UNION ALL SELECT image_id FROM near)
            """;
    private static final String FOUND = ") , found AS (SELECT image_id FROM hits)";
    private static final String EVERYTHING = "ABCD";
    /** Not the file name, camera and lens, which are not everybody's to see. */
    private static final String SEEN_BY_ALL = "ABC";

    private ImageWords() {}

    /** Begins a query with what is found of the words. */
    static void find(Query query, String words, boolean everything, @Nullable UUID owner) {
        query.add(WANTED, words, everything ? EVERYTHING : SEEN_BY_ALL);
        if (everything) {
            query.add(PARTS).add(NEAR, owner, owner);
        } else {
            query.add(FOUND);
        }
    }

    static void join(Query query) {
        query.add("JOIN found ON found.image_id = i.id JOIN image_words w ON w.image_id = i.id");
    }
}
