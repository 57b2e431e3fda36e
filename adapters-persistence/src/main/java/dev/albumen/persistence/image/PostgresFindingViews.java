package dev.albumen.persistence.image;

import dev.albumen.application.image.FacetCounts;
import dev.albumen.application.image.FacetCounts.Count;
import dev.albumen.application.image.FacetCounts.Facet;
import dev.albumen.application.image.FindingViews;
import dev.albumen.application.image.ImageSearch;
import dev.albumen.application.image.Suggestion;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.persistence.shared.Query;
import dev.albumen.persistence.shared.Seer;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@Singleton
final class PostgresFindingViews implements FindingViews {

    private static final String CORRECTIONS = """
            SELECT typed.word, meant.word AS meant
            FROM unnest(?) typed (word)
                CROSS JOIN LATERAL (
                    SELECT near.word FROM words_near(?, spaced(typed.word)) WITH ORDINALITY near (word, place)
                    WHERE EXISTS (SELECT 1 FROM image_words w JOIN images i ON i.id = w.image_id AND i.trashed_at IS NULL
                        WHERE w.owner_id = ? AND w.words @@ phrase_query(near.word, 'ABCD'))
                    ORDER BY near.place LIMIT 1) meant
            WHERE NOT EXISTS (SELECT 1 FROM image_words w JOIN images i ON i.id = w.image_id AND i.trashed_at IS NULL
                WHERE w.owner_id = ? AND w.words @@ words_query(typed.word, 'ABCD'))
            """;

    /** Up to whether the viewer sees how each was made, and where. */
    private static final String FOUND =
            "WITH found AS MATERIALIZED (SELECT i.id, i.title, i.camera, i.lens, i.place_city, i.place_country, true";
    private static final String NEWEST = "ORDER BY i.created_at DESC, i.id DESC LIMIT ?)";

    /** Cameras and lenses are counted as they are written, and only then brought together: few are different. */
    private static final String FACETS = """
            , counted AS MATERIALIZED (SELECT * FROM found LIMIT ?)
            , said AS MATERIALIZED (
                SELECT f.facet, count(*) AS images
                FROM counted c JOIN image_words w ON w.image_id = c.id CROSS JOIN LATERAL unnest(w.facets) f (facet)
                WHERE left(f.facet, 1) NOT IN ('k', 'l', 'p')
                GROUP BY f.facet)
            , counts (facet, value, images) AS (
                SELECT CASE left(facet, 1) WHEN 'c' THEN 'COLOR' WHEN 'o' THEN 'ORIENTATION' WHEN 't' THEN 'TYPE' ELSE 'MONTH' END,
                    substr(facet, 3), images FROM said
                UNION ALL
                SELECT 'YEAR', substr(facet, 3, 4), sum(images) FROM said WHERE left(facet, 1) = 'm' GROUP BY 2
                UNION ALL
                SELECT 'CAMERA', min(camera), sum(images)
                FROM (SELECT camera, count(*) AS images FROM counted WHERE detailed AND camera IS NOT NULL GROUP BY camera) cameras
                GROUP BY folded(camera)
                UNION ALL
                SELECT 'LENS', min(lens), sum(images)
                FROM (SELECT lens, count(*) AS images FROM counted WHERE detailed AND lens IS NOT NULL GROUP BY lens) lenses
                GROUP BY folded(lens)
                UNION ALL
                SELECT 'PLACE', p.name, count(*)
                FROM counted CROSS JOIN LATERAL (VALUES (place_country), (place_city || ', ' || place_country)) p (name)
                WHERE placed AND place_country IS NOT NULL GROUP BY p.name
                UNION ALL
                SELECT 'TAG', t.name, count(*) FROM counted c JOIN image_tags it ON it.image_id = c.id JOIN tags t ON t.id = it.tag_id
                GROUP BY t.name
                UNION ALL
                SELECT 'RATING', CAST(r.stars AS text), count(*)
                FROM counted c JOIN image_ratings r ON r.user_id = ? AND r.image_id = c.id GROUP BY r.stars)
            SELECT facet, value, images FROM (
                SELECT facet, value, images, row_number() OVER (PARTITION BY facet
                    ORDER BY CASE WHEN facet IN ('MONTH', 'YEAR') THEN value END COLLATE "C" DESC, images DESC, value COLLATE "C") AS place
                FROM counts) placed
            WHERE place <= ?
            UNION ALL
            SELECT '', '', count(*) FROM found
            """;

    private static final String SAID = """
            , typed AS (SELECT ' ' || spaced(?) AS beginning)
            , said (kind, value, images) AS (
                SELECT 'CAMERA', camera, count(*) FROM found WHERE detailed AND camera IS NOT NULL GROUP BY camera
                UNION ALL
                SELECT 'LENS', lens, count(*) FROM found WHERE detailed AND lens IS NOT NULL GROUP BY lens
                UNION ALL
                SELECT 'TITLE', title, count(*) FROM found WHERE title IS NOT NULL GROUP BY title
                UNION ALL
                SELECT 'PLACE', p.name, count(*)
                FROM found CROSS JOIN LATERAL (VALUES (place_country), (place_city || ', ' || place_country)) p (name)
                WHERE placed AND place_country IS NOT NULL GROUP BY p.name
                UNION ALL
            """;
    private static final String TAGS_OF_FOUND = """
                SELECT 'TAG', t.name, count(*) FROM found JOIN image_tags it ON it.image_id = found.id JOIN tags t ON t.id = it.tag_id
                GROUP BY t.name)
            """;
    /** An owner's tags are counted already, those of old images too. */
    private static final String TAGS_OF_OWNER = """
                SELECT 'TAG', t.name, t.user_count + t.labeler_count FROM tags t
                WHERE t.owner_id = ? AND t.user_count + t.labeler_count > 0)
            """;
    private static final String SUGGESTED = """
            SELECT kind, value, images, place FROM (
                SELECT kind, value, images, row_number() OVER (PARTITION BY kind
                    ORDER BY strpos(' ' || spaced(value), beginning) = 1 DESC, images DESC, value COLLATE "C") AS place
                FROM said CROSS JOIN typed
                WHERE beginning <> ' ' AND strpos(' ' || spaced(value), beginning) > 0) placed
            WHERE place <= ?
            """;

    private final HoldingTags tags;
    private final Sql sql;

    PostgresFindingViews(Sql sql) {
        this.tags = new HoldingTags(sql);
        this.sql = sql;
    }

    @Override
    public Map<String, String> corrections(Viewer viewer, ImageSearch search, Collection<String> words) {
        Optional<UUID> owner = ImageSearchQuery.of(Seer.of(viewer), search, tags::holdTags)
                .filter(ImageSearchQuery::everything).flatMap(ImageSearchQuery::oneOwner);
        Map<String, String> found = new HashMap<>();
        owner.ifPresent(id -> new Query().add(CORRECTIONS, words.toArray(String[]::new), id, id, id).planned()
                .list(sql, row -> found.put(row.text("word"), row.text("meant"))));
        return found;
    }

    @Override
    public FacetCounts facets(Viewer viewer, ImageSearch search) {
        Seer seer = Seer.of(viewer);
        Optional<ImageSearchQuery> wanted = ImageSearchQuery.of(seer, search, tags::holdTags)
                .flatMap(query -> query.measured(sql, FacetCounts.MOST_IMAGES));
        if (wanted.isEmpty()) {
            return new FacetCounts(0, true, Map.of());
        }
        Query query = found(wanted.get(), seer, FacetCounts.MOST_IMAGES + 1)
                .add(FACETS, FacetCounts.MOST_IMAGES, seer.id(), FacetCounts.MOST_VALUES);
        Map<Facet, List<Count>> counts = new EnumMap<>(Facet.class);
        List<Integer> images = new ArrayList<>();
        query.planned().list(sql, row -> row.text("facet").isEmpty()
                ? images.add(row.integer("images"))
                : counts.computeIfAbsent(Facet.valueOf(row.text("facet")), none -> new ArrayList<>())
                        .add(new Count(row.text("value"), row.integer("images"))));
        counts.forEach((facet, values) -> values.sort(facet.isTime()
                ? Comparator.comparing(Count::value).reversed()
                : Comparator.comparing(Count::images).reversed().thenComparing(Count::value)));
        int found = images.getFirst();
        return new FacetCounts(Math.min(found, FacetCounts.MOST_IMAGES), found <= FacetCounts.MOST_IMAGES, counts);
    }

    @Override
    public List<Suggestion> suggestions(Viewer viewer, ImageSearch search, String prefix) {
        Seer seer = Seer.of(viewer);
        Optional<ImageSearchQuery> wanted = ImageSearchQuery.of(seer, search, tags::holdTags)
                .flatMap(query -> query.measured(sql, MOST_LOOKED_AT));
        if (wanted.isEmpty()) {
            return List.of();
        }
        Query query = found(wanted.get(), seer, MOST_LOOKED_AT).add(SAID, prefix);
        Optional<UUID> owner = wanted.get().wholeOwner();
        if (owner.isPresent()) {
            query.add(TAGS_OF_OWNER, owner.get());
        } else {
            query.add(TAGS_OF_FOUND);
        }
        List<Placed> placed = query.add(SUGGESTED, MOST_SUGGESTIONS).planned().list(sql, row -> new Placed(new Suggestion(
                Suggestion.Kind.valueOf(row.text("kind")), row.text("value"), row.integer("images")), row.integer("place")));
        return placed.stream()
                .sorted(Comparator.comparing((Placed one) -> one.suggestion().kind()).thenComparing(Placed::place))
                .map(Placed::suggestion).toList();
    }

    private record Placed(Suggestion suggestion, int place) {}

    private static Query found(ImageSearchQuery search, Seer seer, int most) {
        Query query = new Query().add(FOUND);
        if (!search.everything()) {
            ImageVisibility.detailed(query, seer);
        }
        query.add("AS detailed, true");
        if (!search.everything()) {
            ImageVisibility.placed(query, seer);
        }
        return search.from(query.add("AS placed")).add(NEWEST, most);
    }
}
