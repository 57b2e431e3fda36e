package dev.albumen.persistence.image;

import dev.albumen.application.image.ImageView;
import dev.albumen.domain.image.ImageAccess;
import dev.albumen.domain.image.Reach;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.persistence.shared.Order;
import dev.albumen.persistence.shared.Query;
import dev.albumen.persistence.shared.Row;
import dev.albumen.persistence.shared.Seer;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** How an image is read as lists show it: its row, its tags, and what it is to the viewer, in one statement. */
public final class ImageViewRow {

    private static final String TAGS = """
            , ARRAY(SELECT it.source || '/' || t.name || '/' || coalesce(
                        CASE WHEN it.source = 'labeler' THEN (
                            SELECT translate(l.provider, '/', chr(31)) || '/' || l.confidence || coalesce('/' || coalesce(c.name, l.category), '')
                            FROM image_labels l WHERE l.image_id = it.image_id AND l.name = t.name) END,
                        '/' || coalesce('/' || c.name, ''))
                    FROM image_tags it JOIN tags t ON t.id = it.tag_id LEFT JOIN categories c ON c.id = t.category_id
                    WHERE it.image_id = i.id) AS tags
            """;
    /** What stands for one in a provider, whose name an import may have brought. */
    private static final char SLASH = '\u001f';
    private static final String FAVORITE = """
            , EXISTS (SELECT 1 FROM favorites f WHERE f.user_id = ? AND f.image_id = i.id) AS favorite
            """;
    private static final String OPINIONS = """
            , coalesce((SELECT t.likes FROM image_tallies t WHERE t.image_id = i.id), 0) AS like_count
            , coalesce((SELECT t.comments FROM image_tallies t WHERE t.image_id = i.id), 0) AS comment_count
            , EXISTS (SELECT 1 FROM image_likes l WHERE l.image_id = i.id AND l.user_id = ?) AS liked
            , (SELECT r.stars FROM image_ratings r WHERE r.user_id = ? AND r.image_id = i.id) AS stars
            """;
    /** An owner's album of everything holds the image, so there is nothing to look up for the owner. */
    private static final String REACH_OF_OWNER = ", CASE WHEN i.owner_id = ? THEN 3 ELSE ";
    private static final String REACH_BY_ALBUMS = """
            coalesce((
                SELECT max(CASE WHEN a.owner_id = ? OR m.user_id IS NOT NULL THEN 3 WHEN a.visibility <> 'private' THEN 2 ELSE 0 END)
                FROM album_images ai
                    JOIN albums a ON a.id = ai.album_id
                    LEFT JOIN album_members m ON m.album_id = ANY (a.path) AND m.user_id = ?
                WHERE ai.image_id = i.id), 0)
            """;
    static final String REACH_BY_REVIEW = "CASE WHEN " + ImageVisibility.UNDER_REVIEW + " THEN 1 ELSE 0 END";
    private static final String REACH = REACH_OF_OWNER + REACH_BY_ALBUMS + " END AS reach\n";
    private static final String REVIEWERS_REACH =
            REACH_OF_OWNER + "greatest(" + REACH_BY_ALBUMS + ", " + REACH_BY_REVIEW + ") END AS reach\n";

    /** To whoever comes by a link, the image is nothing but what it shows. */
    private static final String SHARED = """
            , '{}'::text[] AS tags, false AS favorite, 0 AS like_count, 0 AS comment_count, false AS liked, NULL::integer AS stars, 0 AS reach
            """;

    private ImageViewRow() {}

    /** A query for images, up to its FROM. */
    public static Query select(Seer seer, Order order) {
        return select(new Query(), seer, order);
    }

    static Query select(Query query, Seer seer, Order order) {
        return addReach(add(query, seer, order), seer);
    }

    /** A query for one image, up to its FROM: for a moderator it may be under review. */
    static Query selectOne(Viewer viewer, Order order) {
        return addReachById(add(new Query(), Seer.of(viewer), order), viewer);
    }

    private static Query add(Query query, Seer seer, Order order) {
        query.add("SELECT " + ImageRow.COLUMNS).add(order.column()).add(TAGS);
        return query.add(FAVORITE, seer.id()).add(OPINIONS, seer.id(), seer.id());
    }

    /** A query for images as a link shows them, up to its FROM. */
    public static Query selectShared(Order order) {
        return selectShared(new Query(), order);
    }

    /** The same behind what the statement begins with. */
    public static Query selectShared(Query query, Order order) {
        return query.add("SELECT " + ImageRow.COLUMNS).add(order.column()).add(SHARED);
    }

    /** By albums alone: what only a review shows is in no list. */
    static Query addReach(Query query, Seer seer) {
        return query.add(REACH, seer.id(), seer.id(), seer.id());
    }

    /** For images that are asked for by their ids. */
    static Query addReachById(Query query, Viewer viewer) {
        Seer seer = Seer.of(viewer);
        return ImageAccess.reviews(viewer) ? query.add(REVIEWERS_REACH, seer.id(), seer.id(), seer.id()) : addReach(query, seer);
    }

    public static ImageView read(Row row) throws SQLException {
        return read(row, Map.of());
    }

    static ImageView read(Row row, Map<String, Map<String, String>> raw) throws SQLException {
        List<ImageView.Tag> tags = row.texts("tags").stream()
                .map(ImageViewRow::tag)
                .sorted(Comparator.comparing(ImageView.Tag::name))
                .toList();
        return new ImageView(ImageRow.read(row, raw), reach(row), row.flag("favorite"), opinions(row), tags);
    }

    private static ImageView.Opinions opinions(Row row) throws SQLException {
        return new ImageView.Opinions(row.integer("like_count"), row.flag("liked"), row.integerOrNull("stars"), row.integer("comment_count"));
    }

    static Reach reach(Row row) throws SQLException {
        return Reach.values()[row.integer("reach")];
    }

    /** Source, name, the labeler's provider and confidence, and the category; only the last may hold a slash. */
    private static ImageView.Tag tag(String text) {
        String[] parts = text.split("/", 5);
        ImageView.Seen seen = parts[2].isEmpty() ? null : new ImageView.Seen(parts[2].replace(SLASH, '/'), Integer.parseInt(parts[3]));
        return new ImageView.Tag(parts[1], parts[0], parts.length == 5 ? parts[4] : null, seen);
    }
}
