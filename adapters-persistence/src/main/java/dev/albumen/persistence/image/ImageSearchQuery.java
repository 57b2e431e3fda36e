package dev.albumen.persistence.image;

import dev.albumen.application.image.ImageSearch;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.persistence.shared.Order;
import dev.albumen.persistence.shared.Query;
import dev.albumen.persistence.shared.Seer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statement of an image search. Only what is asked for becomes part of it, so that each search uses its index. */
final class ImageSearchQuery {

    private static final String IN_ALBUM = "JOIN album_images x ON x.image_id = i.id AND x.album_id = ?";
    private static final String BEARING = """
            JOIN image_tags it ON it.image_id = i.id
                AND it.tag_id = (SELECT t.id FROM tags t WHERE t.owner_id = ? AND t.name = ?)
            """;
    private static final String TAGGED = """
            AND EXISTS (SELECT 1 FROM tags t JOIN image_tags it ON it.tag_id = t.id
                WHERE t.owner_id = i.owner_id AND t.name = ? AND it.image_id = i.id)
            """;
    private static final String FAVORITE = "EXISTS (SELECT 1 FROM favorites f WHERE f.user_id = ? AND f.image_id = i.id)";

    private static final String RATED =
            "AND EXISTS (SELECT 1 FROM image_ratings r WHERE r.user_id = ? AND r.image_id = i.id AND r.stars >= ?)";

    private ImageSearchQuery() {}

    /** Whether the search follows one tag of one owner. */
    static boolean followsTag(ImageSearch search) {
        return search.tag() != null && search.album() == null;
    }

    /** @param own whether the list is that of the viewer's own images */
    static Query of(Seer seer, ImageSearch search, Order order, boolean own) {
        boolean everything = own || seer.all();
        @Nullable UUID owner = search.owner() != null ? search.owner().value() : own ? seer.id() : null;
        Query query = new Query();
        if (search.words() != null) {
            ImageWords.find(query, search.words(), everything, owner);
        }
        ImageViewRow.select(query, seer, order).add("FROM images i");
        query.addIf(search.album(), IN_ALBUM, AlbumId::value);
        if (followsTag(search)) {
            query.add(BEARING, owner, search.tag());
        }
        if (search.words() != null) {
            ImageWords.join(query);
        }
        query.add("WHERE i.trashed_at IS NULL");
        query.addIf(owner, "AND i.owner_id = ?", id -> id);
        if (!own) {
            narrowToSeen(query, seer, search);
        }
        narrow(query, seer, search);
        return query;
    }

    private static void narrowToSeen(Query query, Seer seer, ImageSearch search) {
        if (search.album() == null) {
            ImageVisibility.found(query, seer);
        } else {
            ImageVisibility.inAlbum(query, seer, search.album().value());
        }
    }

    private static void narrow(Query query, Seer seer, ImageSearch search) {
        if (!followsTag(search)) {
            query.addIf(search.tag(), TAGGED, tag -> tag);
        }
        if (search.favorite() != null) {
            query.add(search.favorite() ? "AND " + FAVORITE : "AND NOT " + FAVORITE, seer.id());
        }
        if (!search.types().isEmpty()) {
            query.add("AND i.media_type = ANY (?)",
                    (Object) search.types().stream().map(MediaType::mimeType).toArray(String[]::new));
        }
        if (search.minRating() != null) {
            query.add(RATED, seer.id(), search.minRating());
        }
        query.addIf(search.status(), "AND i.status = ?", status -> status);
        query.addIf(search.takenFrom(), "AND i.taken_at >= ?", time -> time);
        query.addIf(search.takenTo(), "AND i.taken_at < ?", time -> time);
    }
}
