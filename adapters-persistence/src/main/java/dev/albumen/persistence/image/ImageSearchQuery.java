package dev.albumen.persistence.image;

import dev.albumen.application.image.Criterion;
import dev.albumen.application.image.ImageSearch;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.persistence.shared.Order;
import dev.albumen.persistence.shared.Query;
import dev.albumen.persistence.shared.Seer;
import dev.albumen.persistence.shared.Sql;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** The statement of an image search. Only what is asked for becomes part of it, so that each search uses its index. */
final class ImageSearchQuery {

    private static final String IN_ALBUM = "JOIN album_images x ON x.image_id = i.id AND x.album_id = ?";
    private static final String BEARING = """
            JOIN image_tags it ON it.image_id = i.id
                AND it.tag_id = (SELECT t.id FROM tags t WHERE t.owner_id = ? AND t.name = ?)
            """;
    private static final String WORDS = "JOIN image_words w ON w.image_id = i.id";
    /** Found first, by their own index, and then their images: the offsets keep the planner from anything else. */
    private static final String FEW = "FROM (SELECT w.* FROM image_words w WHERE true";
    private static final String THEIR_IMAGES = "OFFSET 0) w CROSS JOIN LATERAL (SELECT o.* FROM images o WHERE o.id = w.image_id OFFSET 0) i";
    /** Looked up for one image after the other, in the order of the list. */
    private static final String OF_EACH = "CROSS JOIN LATERAL (SELECT o.* FROM image_words o WHERE o.image_id = i.id OFFSET 0) w";
    /** Said of both rows: which one finds the other is the planner's choice. */
    private static final String OWNED = "AND i.owner_id = ?";
    private static final String WORDS_OWNED = "AND w.owner_id = ?";

    private final Seer seer;
    private final ImageSearch search;
    private final boolean own;
    private final @Nullable UUID owner;
    private final Optional<Criterion.Tagged> followed;
    private final WordFrequency frequency;

    private ImageSearchQuery(Seer seer, ImageSearch search, BiPredicate<UUID, String> holdsTags) {
        this.seer = seer;
        this.search = search;
        boolean unnarrowed = search.owner() == null && search.album() == null;
        this.own = unnarrowed || (search.album() == null && seer.is(search.owner()));
        this.owner = search.owner() != null ? search.owner().value() : own ? seer.id() : null;
        this.followed = oneOwner().flatMap(one -> tag(search).filter(tag -> !holdsTags.test(one, tag.name())));
        this.frequency = WordFrequency.UNKNOWN;
    }

    private ImageSearchQuery(ImageSearchQuery same, WordFrequency frequency) {
        this.seer = same.seer;
        this.search = same.search;
        this.own = same.own;
        this.owner = same.owner;
        this.followed = same.followed;
        this.frequency = frequency;
    }

    /**
     * Empty where there is nothing that the viewer could find.
     *
     * @param holdsTags whether other tags lie in an owner's tag of that name
     */
    static Optional<ImageSearchQuery> of(Seer seer, ImageSearch search, BiPredicate<UUID, String> holdsTags) {
        boolean nobodys = search.owner() == null && search.album() == null && seer.id() == null;
        return seer.none() || nobodys ? Optional.empty() : Optional.of(new ImageSearchQuery(seer, search, holdsTags));
    }

    /**
     * The same with the right plan for its words; empty where no image has them.
     *
     * @param wanted how many are wanted, the newest first
     */
    Optional<ImageSearchQuery> measured(Sql sql, int wanted) {
        if (search.words().isEmpty()) {
            return Optional.of(this);
        }
        WordFrequency found = WordFrequency.of(sql, owner, words(), wanted);
        return found == WordFrequency.NONE ? Optional.empty() : Optional.of(new ImageSearchQuery(this, found));
    }

    private Query narrowedWords(Query query) {
        query.addIf(owner, WORDS_OWNED, id -> id);
        words().narrow(query);
        return query;
    }

    /** The order that is asked for; what bears one tag of one owner, and none that lies in it, is followed by the tag. */
    Order order() {
        return ImageOrders.of(search, followed.isPresent());
    }

    private static Optional<Criterion.Tagged> tag(ImageSearch search) {
        return search.criteria().stream().filter(Criterion.Tagged.class::isInstance).map(Criterion.Tagged.class::cast).findFirst();
    }

    /** Whose images are listed; empty where they are many people's. */
    Optional<UUID> oneOwner() {
        return search.album() == null ? Optional.ofNullable(owner) : Optional.empty();
    }

    /** Whose images are listed, all of them and with all that is known of them; empty where it is less. */
    Optional<UUID> wholeOwner() {
        return everything() && search.words().isEmpty() && search.criteria().isEmpty() ? oneOwner() : Optional.empty();
    }

    /** Whether all that is known of what is found is the viewer's to see. */
    boolean everything() {
        return own || seer.all();
    }

    /** All that is wanted, to be cut into pages. */
    Query list(Order order) {
        return from(ImageViewRow.select(new Query(), seer, order));
    }

    /** Adds, to a statement up to its columns, where they come from and what narrows them. */
    Query from(Query query) {
        boolean words = !search.words().isEmpty() || search.criteria().stream().anyMatch(ImageCriteria::looksAtWords);
        if (frequency == WordFrequency.FEW) {
            narrowedWords(query.add(FEW)).add(THEIR_IMAGES);
        } else {
            query.add("FROM images i");
        }
        query.addIf(search.album(), IN_ALBUM, AlbumId::value);
        followed.ifPresent(tag -> query.add(BEARING, owner, tag.name()));
        if (words && frequency != WordFrequency.FEW) {
            query.add(frequency == WordFrequency.MANY ? OF_EACH : WORDS);
        }
        query.add("WHERE i.trashed_at IS NULL");
        query.addIf(owner, OWNED, id -> id);
        if (words && frequency != WordFrequency.FEW) {
            narrowedWords(query);
        }
        if (!own) {
            narrowToSeen(query);
        }
        ImageCriteria criteria = new ImageCriteria(query, seer, everything());
        search.criteria().stream().filter(one -> followed.isEmpty() || one != followed.get()).forEach(criteria::narrow);
        return query;
    }

    /** How well what is found matches, as a column. */
    Query rank(Query query) {
        words().rank(query);
        return query;
    }

    private ImageWords words() {
        return new ImageWords(search.words(), everything());
    }

    private void narrowToSeen(Query query) {
        if (search.album() == null) {
            ImageVisibility.found(query, seer);
        } else {
            ImageVisibility.inAlbum(query, seer, search.album().value());
        }
    }
}
