package dev.albumen.persistence.image;

import dev.albumen.application.image.ImageView;
import dev.albumen.application.shared.Keyset;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.persistence.shared.Order;
import dev.albumen.persistence.shared.Query;
import dev.albumen.persistence.shared.Seer;
import dev.albumen.persistence.shared.Sql;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What matches words, the best match first. To rank a million images takes seconds and helps nobody, so the newest ones that
 * match are ranked, and all others follow them, newest first.
 */
final class RankedImages {

    static final Order RELEVANCE = Order.by("CAST(ranked.rank AS double precision)", "double precision", "i.id", true);
    /** How many are ranked. */
    static final int MOST_RANKED = 2000;

    private static final Order NEWEST = Order.by("i.created_at", "timestamptz", "i.id", true);
    /** Begins the place of a page behind the ranked ones. */
    private static final String BEHIND = "behind";
    private static final String NEWEST_ONES = "ORDER BY i.created_at DESC, i.id DESC LIMIT " + MOST_RANKED + ")";
    /** Only those of the page are read whole. */
    private static final String OF_PAGE = "FROM (SELECT ranked.* FROM ranked WHERE true";
    private static final Order RANKED =
            Order.by("CAST(ranked.rank AS double precision)", "double precision", "ranked.image_id", true);
    /** One after the other, as few as they are: to the planner they look like many. */
    private static final String THEIR_IMAGES =
            ") ranked CROSS JOIN LATERAL (SELECT o.* FROM images o WHERE o.id = ranked.image_id OFFSET 0) i WHERE true";
    private static final String LAST_RANKED = "ORDER BY i.created_at DESC, i.id DESC OFFSET " + (MOST_RANKED - 1) + " LIMIT 1";

    private final Sql sql;
    private final ImageSearchQuery search;
    private final Seer seer;

    RankedImages(Sql sql, ImageSearchQuery search, Seer seer) {
        this.sql = sql;
        this.search = search;
        this.seer = seer;
    }

    Page<ImageView> page(PageRequest page) {
        Optional<List<String>> place = page.after().map(Keyset::values);
        if (place.isPresent() && place.get().getFirst().equals(BEHIND)) {
            return behind(new PageRequest(page.limit(), Optional.of(new Keyset(place.get().subList(1, 3)))));
        }
        Page<ImageView> ranked = ranked(page);
        boolean all = ranked.next().isPresent() || (page.after().isEmpty() && ranked.items().size() < page.limit());
        return all ? ranked : new Page<>(ranked.items(), lastRanked());
    }

    private Page<ImageView> ranked(PageRequest page) {
        return rankedFrom(new Query(), page).planned().page(sql, RELEVANCE, page, ImageViewRow::read);
    }

    /** The page's images, in no order yet, behind what the statement begins with. */
    Query rankedFrom(Query query, PageRequest page) {
        search.rank(query.add("WITH ranked AS MATERIALIZED (SELECT i.id AS image_id,")).add("AS rank");
        search.from(query).add(NEWEST_ONES);
        return ImageViewRow.select(query, seer, RELEVANCE).add(OF_PAGE).cut(RANKED, page).add(THEIR_IMAGES);
    }

    /** Where the others begin, if there are any. */
    private Optional<Keyset> lastRanked() {
        Query query = new Query().add("SELECT i.id, CAST(i.created_at AS text) AS created");
        return search.from(query).add(LAST_RANKED).planned()
                .list(sql, row -> new Keyset(List.of(BEHIND, row.text("created"), row.uuid("id").toString())))
                .stream().findFirst();
    }

    private Page<ImageView> behind(PageRequest page) {
        Page<ImageView> found = search.list(NEWEST).planned().page(sql, NEWEST, page, ImageViewRow::read);
        return new Page<>(found.items(), found.next()
                .map(place -> new Keyset(Stream.concat(Stream.of(BEHIND), place.values().stream()).toList())));
    }
}
