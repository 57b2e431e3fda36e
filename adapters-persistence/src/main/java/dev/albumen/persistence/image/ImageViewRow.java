package dev.albumen.persistence.image;

import dev.albumen.application.image.ImageView;
import dev.albumen.domain.image.Reach;
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
            , ARRAY(SELECT it.source || '/' || t.name FROM image_tags it JOIN tags t ON t.id = it.tag_id
                    WHERE it.image_id = i.id) AS tags
            """;
    private static final String FAVORITE = """
            , EXISTS (SELECT 1 FROM favorites f WHERE f.user_id = ? AND f.image_id = i.id) AS favorite
            """;
    /** An owner's album of everything holds the image, so there is nothing to look up for the owner. */
    private static final String REACH = """
            , CASE WHEN i.owner_id = ? THEN 2 ELSE coalesce((
                SELECT max(CASE WHEN a.owner_id = ? OR m.user_id IS NOT NULL THEN 2 WHEN a.visibility <> 'private' THEN 1 ELSE 0 END)
                FROM album_images ai
                    JOIN albums a ON a.id = ai.album_id
                    LEFT JOIN album_members m ON m.album_id = a.id AND m.user_id = ?
                WHERE ai.image_id = i.id), 0) END AS reach
            """;

    private ImageViewRow() {}

    /** A query for images, up to its FROM. */
    public static Query select(Seer seer, Order order) {
        return select(new Query(), seer, order);
    }

    static Query select(Query query, Seer seer, Order order) {
        query.add("SELECT " + ImageRow.COLUMNS).add(order.column()).add(TAGS);
        query.add(FAVORITE, seer.id());
        return addReach(query, seer);
    }

    /** A query for images as a link shows them, up to its FROM. */
    public static Query selectShared(Order order) {
        return selectShared(new Query(), order);
    }

    /** The same behind what the statement begins with. */
    public static Query selectShared(Query query, Order order) {
        return query.add("SELECT " + ImageRow.COLUMNS).add(order.column())
                .add(", '{}'::text[] AS tags, false AS favorite, 0 AS reach");
    }

    static Query addReach(Query query, Seer seer) {
        return query.add(REACH, seer.id(), seer.id(), seer.id());
    }

    public static ImageView read(Row row) throws SQLException {
        return read(row, Map.of());
    }

    static ImageView read(Row row, Map<String, Map<String, String>> raw) throws SQLException {
        List<ImageView.Tag> tags = row.texts("tags").stream()
                .map(ImageViewRow::tag)
                .sorted(Comparator.comparing(ImageView.Tag::name))
                .toList();
        return new ImageView(ImageRow.read(row, raw), reach(row), row.flag("favorite"), tags);
    }

    static Reach reach(Row row) throws SQLException {
        return Reach.values()[row.integer("reach")];
    }

    private static ImageView.Tag tag(String sourceAndName) {
        int slash = sourceAndName.indexOf('/');
        return new ImageView.Tag(sourceAndName.substring(slash + 1), sourceAndName.substring(0, slash));
    }
}
