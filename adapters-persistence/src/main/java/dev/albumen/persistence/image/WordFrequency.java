package dev.albumen.persistence.image;

import dev.albumen.persistence.shared.Query;
import dev.albumen.persistence.shared.Sql;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How many images have the words that are looked for, which decides whether to begin with those that have them or with the
 * newest images. The planner knows how frequent whole words are among everybody's, but not beginnings of words, and takes all
 * of those for equally frequent.
 */
enum WordFrequency {
    UNKNOWN,
    /** No image has them. */
    NONE,
    /** Those that have the words are found by the words' index, and then put in order. */
    FEW,
    /** The images are looked through in order, until enough have the words. */
    MANY;

    /** The newest ones that are looked at first: where few of them have the words, looking through more is not tried. */
    private static final int GLIMPSE = 100;
    private static final int OFTEN = GLIMPSE / 5;
    /** The newest ones among which enough must have the words. What many of the last few have may be in no other. */
    private static final int LOOKED_THROUGH = 10_000;
    private static final int ENOUGH = LOOKED_THROUGH / 5;

    private static final String AMONG_NEWEST = """
            SELECT count(*) >= ? AS often FROM (
                SELECT 1
                FROM (SELECT i.id FROM images i WHERE i.trashed_at IS NULL AND i.owner_id = ?
                      ORDER BY i.created_at DESC, i.id DESC LIMIT ?) i
                    CROSS JOIN LATERAL (SELECT o.* FROM image_words o WHERE o.image_id = i.id OFFSET 0) w
                WHERE true
            """;
    private static final String AT_MOST = "LIMIT ?) found";
    /**
     * Of n images m have the words. To put the m in order is as dear as to look through n / m images for each that is wanted
     * where m is the root of n times the wanted. Up to the least number there is nothing to be won.
     */
    private static final String MATCHED = """
            WITH few AS MATERIALIZED (
                SELECT greatest(5000, CAST(sqrt(CAST(? AS double precision) * coalesce(
                    (SELECT a.image_count FROM albums a WHERE a.owner_id = CAST(? AS uuid) AND a.master), 0)) AS integer)) AS most)
            , matched AS MATERIALIZED (SELECT w.image_id FROM image_words w WHERE true
            """;
    private static final String OWNED = "AND w.owner_id = ?";
    private static final String COUNTED = """
            )
            SELECT CASE WHEN count(*) = 0 THEN 'NONE' WHEN count(*) > (SELECT most FROM few) THEN 'MANY' ELSE 'FEW' END AS frequency
            FROM (SELECT 1 FROM matched LIMIT (SELECT most + 1 FROM few)) counted
            """;

    /**
     * Looks for it. Where the words are in every fifth of the newest images, the index, which would gather all images that
     * have them, is not asked.
     *
     * @param owner whose images are looked for; null for everybody's
     * @param wanted how many are wanted, the newest first
     */
    static WordFrequency of(Sql sql, @Nullable UUID owner, ImageWords words, int wanted) {
        if (owner != null && amongNewest(sql, owner, words, GLIMPSE, OFTEN)
                && amongNewest(sql, owner, words, LOOKED_THROUGH, Math.min(wanted, ENOUGH))) {
            return MANY;
        }
        Query query = new Query().add(MATCHED, wanted, owner).addIf(owner, OWNED, id -> id);
        words.narrow(query);
        return query.add(COUNTED).planned().list(sql, row -> valueOf(row.text("frequency"))).getFirst();
    }

    private static boolean amongNewest(Sql sql, UUID owner, ImageWords words, int newest, int least) {
        Query query = new Query().add(AMONG_NEWEST, least, owner, newest);
        words.narrow(query);
        return query.add(AT_MOST, least).planned().list(sql, row -> row.flag("often")).getFirst();
    }
}
