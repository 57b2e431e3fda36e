package dev.albumen.persistence.image;

import dev.albumen.application.image.Criterion;
import dev.albumen.application.image.Criterion.Near;
import dev.albumen.domain.image.ImageMetadata.Gps;
import dev.albumen.persistence.shared.Query;
import dev.albumen.persistence.shared.Seer;
import org.jspecify.annotations.Nullable;

/** What a search narrows by, as SQL over {@code i}, the image, and {@code w}, its row of words where that is joined. */
final class ImageCriteria {

    private static final String TAGGED = """
            EXISTS (SELECT 1 FROM tags up JOIN tags t ON t.owner_id = up.owner_id AND up.id = ANY (t.path) JOIN image_tags it ON it.tag_id = t.id
                WHERE up.owner_id = i.owner_id AND up.name = ? AND it.image_id = i.id)
            """;
    private static final String ACCEPTED = """
            EXISTS (SELECT 1 FROM tags t JOIN image_tags it ON it.tag_id = t.id
                WHERE t.owner_id = i.owner_id AND t.name = ? AND it.image_id = i.id AND it.source = 'labeler')
            """;
    private static final String SUGGESTED =
            "OR EXISTS (SELECT 1 FROM image_labels l WHERE l.image_id = i.id AND l.name = ? AND l.state = 'suggested'";
    private static final String CATEGORISED = """
            EXISTS (SELECT 1 FROM categories c JOIN tags t ON t.category_id = c.id JOIN image_tags it ON it.tag_id = t.id
                WHERE c.owner_id = i.owner_id AND folded(c.name) = folded(?) AND it.image_id = i.id)
            """;
    private static final String FAVORITE = "EXISTS (SELECT 1 FROM favorites f WHERE f.user_id = ? AND f.image_id = i.id)";
    private static final String RATED =
            "EXISTS (SELECT 1 FROM image_ratings r WHERE r.user_id = ? AND r.image_id = i.id AND r.stars BETWEEN ? AND ?)";
    /** By the index of the order by time, which has no nulls. */
    private static final String TAKEN = "i.taken_at IS NOT NULL";
    private static final String TAKEN_FROM = "AND coalesce(i.taken_at, 'infinity') >= ?";
    private static final String TAKEN_BEFORE = "AND coalesce(i.taken_at, 'infinity') < ?";
    private static final String CAMERA = """
            w.words @@ coalesce(words_query(?, 'D'), '')
                AND to_tsvector('words', spaced(i.camera)) @@ coalesce(words_query(?, 'ABCD'), '')
            """;
    private static final String LENS = """
            w.words @@ coalesce(words_query(?, 'D'), '')
                AND to_tsvector('words', spaced(i.lens)) @@ coalesce(words_query(?, 'ABCD'), '')
            """;
    private static final String LOCATED = """
            w.words @@ coalesce(words_query(?, 'D'), '')
                AND to_tsvector('words', spaced(concat_ws(' ', i.place_city, i.place_district, i.place_region, i.place_country)))
                    @@ coalesce(words_query(?, 'ABCD'), '')
            """;
    private static final String FACET = "w.facets @> ARRAY[CAST(? AS text)]";
    private static final String NAMED_FACET = "w.facets @> ARRAY[CAST(? AS text) || folded(?)]";
    private static final String ANY_FACET = "w.facets && ?";
    private static final String TITLED = "w.words @@ coalesce(words_query(?, 'A'), '')";
    /** The latitudes find the index; the great circle (haversine) says how far it is. */
    private static final String NEAR = """
            i.latitude BETWEEN ? AND ? AND 2 * ? * asin(least(1, sqrt(
                power(sin(radians(i.latitude - ?) / 2), 2)
                    + cos(radians(i.latitude)) * cos(radians(?)) * power(sin(radians(i.longitude - ?) / 2), 2)))) <= ?
            """;
    private static final String IN_ALBUM = "EXISTS (SELECT 1 FROM album_images x JOIN albums b ON b.id = x.album_id WHERE x.image_id = i.id";
    private static final String SEEN_ALBUM = """
            AND (b.owner_id = ? OR b.visibility <> 'private'
                OR EXISTS (SELECT 1 FROM album_members m WHERE m.album_id = ANY (b.path) AND m.user_id = ?))
            """;
    private static final String FOUND_ALBUM = """
            AND (b.owner_id = ? OR b.visibility = 'public'
                OR EXISTS (SELECT 1 FROM album_members m WHERE m.album_id = ANY (b.path) AND m.user_id = ?))
            """;
    private static final String SHARED = """
            EXISTS (SELECT 1 FROM shares s WHERE s.owner_id = ? AND s.active AND (s.image_id = i.id
                OR s.album_id IN (SELECT x.album_id FROM album_images x WHERE x.image_id = i.id)
                OR s.with_albums AND s.album_id IN (SELECT unnest(b.path) FROM album_images x JOIN albums b ON b.id = x.album_id
                    WHERE x.image_id = i.id)))
            """;

    private final Query query;
    private final Seer seer;
    private final boolean everything;

    /** @param everything whether all that is known of the images is the viewer's to see */
    ImageCriteria(Query query, Seer seer, boolean everything) {
        this.query = query;
        this.seer = seer;
        this.everything = everything;
    }

    /** Whether the row of words is needed. */
    static boolean looksAtWords(Criterion criterion) {
        return switch (criterion) {
            case Criterion.Not not -> looksAtWords(not.criterion());
            case Criterion.OfType type -> true;
            case Criterion.Camera camera -> true;
            case Criterion.Lens lens -> true;
            case Criterion.Located place -> true;
            case Criterion.Colored color -> true;
            case Criterion.Shaped shape -> true;
            case Criterion.Titled title -> true;
            case Criterion.Tagged tag -> false;
            case Criterion.Labelled label -> false;
            case Criterion.Categorised category -> false;
            case Criterion.Favorite favorite -> false;
            case Criterion.Rated rating -> false;
            case Criterion.InState status -> false;
            case Criterion.Taken time -> false;
            case Criterion.Pixels pixels -> false;
            case Criterion.Bytes bytes -> false;
            case Near place -> false;
            case Criterion.InAlbum album -> false;
            case Criterion.InAlbumTitled album -> false;
            case Criterion.Shared shared -> false;
        };
    }

    /** Narrows by one. What the viewer may not know of an image rules it out before anything is negated. */
    void narrow(Criterion criterion) {
        if (!everything) {
            narrowToKnown(bare(criterion));
        }
        query.add(isNegated(criterion) ? "AND NOT coalesce((" : "AND (");
        condition(bare(criterion));
        query.add(isNegated(criterion) ? "), false)" : ")");
    }

    private void narrowToKnown(Criterion criterion) {
        switch (criterion) {
            case Criterion.Camera camera -> ImageVisibility.detailed(query, seer);
            case Criterion.Lens lens -> ImageVisibility.detailed(query, seer);
            case Criterion.Located place -> ImageVisibility.placed(query, seer);
            case Near place -> ImageVisibility.placed(query, seer);
            default -> { }
        }
    }

    private static Criterion bare(Criterion criterion) {
        return criterion instanceof Criterion.Not not ? bare(not.criterion()) : criterion;
    }

    private static boolean isNegated(Criterion criterion) {
        return criterion instanceof Criterion.Not not && !isNegated(not.criterion());
    }

    private void condition(Criterion criterion) {
        switch (criterion) {
            case Criterion.Not not -> throw new IllegalArgumentException("a negation of a negation");
            case Criterion.Tagged tag -> query.add(TAGGED, tag.name());
            case Criterion.Labelled label -> labelled(label.name());
            case Criterion.Categorised category -> query.add(CATEGORISED, category.name());
            case Criterion.Favorite favorite -> query.add(FAVORITE, seer.id());
            case Criterion.OfType type -> query.add(ANY_FACET,
                    (Object) type.types().stream().map(one -> "t:" + one.mimeType()).toArray(String[]::new));
            case Criterion.Rated rating -> query.add(RATED, seer.id(), rating.least(), rating.most());
            case Criterion.InState status -> query.add("i.status = ?", status.status());
            case Criterion.Taken time -> query.add(TAKEN)
                    .addIf(time.from(), TAKEN_FROM, from -> from).addIf(time.before(), TAKEN_BEFORE, before -> before);
            case Criterion.Camera camera -> named(camera.name(), camera.exactly(), "k:", CAMERA);
            case Criterion.Lens lens -> named(lens.name(), lens.exactly(), "l:", LENS);
            case Criterion.Located place -> named(place.name(), place.exactly(), "p:", LOCATED);
            case Criterion.Colored color -> query.add(FACET, "c:" + color.color().label());
            case Criterion.Shaped shape -> query.add(FACET, "o:" + shape.orientation().label());
            case Criterion.Pixels pixels -> span("CAST(i.width AS bigint) * i.height >= ?",
                    "CAST(i.width AS bigint) * i.height < ?", pixels.least(), pixels.below());
            case Criterion.Bytes bytes -> span("i.byte_size >= ?", "i.byte_size < ?", bytes.least(), bytes.below());
            case Near place -> near(place);
            case Criterion.InAlbum album -> inAlbum("AND b.id = ?", album.album().value(), SEEN_ALBUM);
            case Criterion.InAlbumTitled album -> inAlbum("AND starts_with(folded(b.title), folded(?))", album.title(), FOUND_ALBUM);
            case Criterion.Shared shared -> query.add(SHARED, seer.id());
            case Criterion.Titled title -> query.add(TITLED, title.words());
        }
    }

    private void labelled(String name) {
        query.add(ACCEPTED, name).add(SUGGESTED, name);
        if (!seer.all()) {
            query.add("AND i.owner_id = ?", seer.id());
        }
        query.add(")");
    }

    private void named(String name, boolean exactly, String kind, String byWords) {
        if (exactly) {
            query.add(NAMED_FACET, kind, name);
        } else {
            query.add(byWords, name, name);
        }
    }

    private void span(String least, String below, @Nullable Long from, @Nullable Long to) {
        query.add("true").addIf(from, "AND " + least, number -> number).addIf(to, "AND " + below, number -> number);
    }

    private void near(Near place) {
        double degrees = Math.toDegrees(place.kilometres() / Gps.EARTH_KM);
        query.add(NEAR, place.latitude() - degrees, place.latitude() + degrees, Gps.EARTH_KM,
                place.latitude(), place.latitude(), place.longitude(), place.kilometres());
    }

    private void inAlbum(String which, Object value, String visible) {
        query.add(IN_ALBUM).add(which, value);
        if (!seer.all()) {
            query.add(visible, seer.id(), seer.id());
        }
        query.add(")");
    }
}
