package dev.albumen.persistence.image;

import dev.albumen.application.image.ImageViews.Delivery;
import dev.albumen.domain.image.ImageAccess;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.SessionId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.persistence.shared.KeptFinds;
import dev.albumen.persistence.shared.Order;
import dev.albumen.persistence.shared.Query;
import dev.albumen.persistence.shared.Row;
import dev.albumen.persistence.shared.Seer;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** How what serving bytes takes is read: the dearest path of all, so it reads few columns. */
public final class DeliveryRow {

    /** Any album counts, whoever sees the image through whatever: a mark too many does less harm than one too few. */
    public static final String WATERMARKED = """
            , i.watermark OR EXISTS (SELECT 1 FROM album_images marked JOIN albums marking ON marking.id = marked.album_id
                WHERE marked.image_id = i.id AND marking.watermark) AS watermarked
            """;

    private static final String COLUMNS = """
            SELECT i.id, i.owner_id, i.status, i.trashed_at, i.failure_code, i.failure_reason, i.blur_hash,
                i.dominant_color, i.renditions, i.filename, i.media_type, i.byte_size, i.sha256, i.width, i.height
            """;
    /** What the mark takes: the owner's name, and their own mark. */
    private static final String OWNER = "(SELECT array_prepend(o.display_name, " + MarkStyleArray.OF_SETTINGS + """
            ) FROM users o LEFT JOIN user_settings own ON own.user_id = o.id WHERE o.id = i.owner_id)
            """;
    private static final String MARK = DeliveryRow.WATERMARKED + ", " + OWNER + " AS owner";

    private static final String SESSIONS = COLUMNS + """
            , asked.session_id, s.expires_at AS session_ends, u.id AS user_id, u.role
            """;
    private static final String BY_ALBUMS = """
            , CASE WHEN i.owner_id = u.id THEN 3 ELSE coalesce(via.reach, 0) END AS reach
            """;
    private static final String BY_REVIEW = ", greatest(via.reach, " + ImageViewRow.REACH_BY_REVIEW + ") AS reach\n";
    private static final String OF_SESSIONS = """
            , i.watermark OR coalesce(via.marked, false) AS watermarked
            , CASE WHEN i.owner_id <> u.id AND (i.watermark OR via.marked) THEN\s""" + OWNER + """
             END AS owner
            """ + KeptFinds.STATE + """
            FROM unnest(?, ?) AS asked (session_id, image_id)
                JOIN sessions s ON s.id = asked.session_id
                JOIN users u ON u.id = s.user_id AND NOT u.disabled AND u.deletion_due_at IS NULL
                JOIN images i ON i.id = asked.image_id
                LEFT JOIN LATERAL (
                    SELECT bool_or(a.watermark) AS marked, max(CASE WHEN a.owner_id = u.id OR m.user_id IS NOT NULL THEN 3
                            WHEN a.visibility <> 'private' THEN 2 ELSE 0 END) AS reach
                    FROM album_images ai
                        JOIN albums a ON a.id = ai.album_id
                        LEFT JOIN album_members m ON m.album_id = ANY (a.path) AND m.user_id = u.id
                    WHERE ai.image_id = i.id AND i.owner_id <> u.id) via ON true
            """;

    /**
     * For pairs of a session, over or not, and an image: the policy's facts for the user whose session it is. Albums are looked at once,
     * for reach and mark, and not at all for owners: they reach their images without, and never see a mark.
     */
    static final String VIA_SESSIONS = SESSIONS + BY_ALBUMS + OF_SESSIONS;

    /** The same for sessions of moderators and images of others, which may be under review. Nobody else pays for that. */
    static final String VIA_REVIEWS = SESSIONS + BY_REVIEW + OF_SESSIONS;

    private DeliveryRow() {}

    static Query selectOne(Viewer viewer) {
        return ImageViewRow.addReachById(new Query().add(COLUMNS + MARK), viewer);
    }

    /** The same for a page of images. */
    public static Query select(Seer seer, Order order) {
        return ImageViewRow.addReach(new Query().add(COLUMNS + MARK), seer).add(order.column());
    }

    /** What a link's image is delivered with; the link's own policy decides, so albums are not asked. */
    public static String columns() {
        return COLUMNS + MARK + ", 0 AS reach";
    }

    /** The same for a page of images. */
    public static Query select(Order order) {
        return new Query().add(columns() + order.column());
    }

    public static Delivery read(Row row) throws SQLException {
        List<String> owner = row.textsOrNone("owner");
        return new Delivery(new ImageId(row.uuid("id")), facts(row), ImageRow.status(row), row.text("filename"),
                ImageRow.mediaType(row), row.number("byte_size"), row.sha256("sha256"), ImageRow.dimensions(row),
                owner.isEmpty() ? "" : owner.getFirst(),
                owner.isEmpty() ? null : MarkStyleArray.read(owner.subList(1, owner.size())));
    }

    static ImageAccess.Facts facts(Row row) throws SQLException {
        return new ImageAccess.Facts(new UserId(row.uuid("owner_id")), row.text("status").equals("ready"),
                row.timeOrNull("trashed_at") != null, ImageViewRow.reach(row), row.flag("watermarked"));
    }

    static Viewer.Member member(SessionId session, Row row) throws SQLException {
        Role role = Role.valueOf(row.text("role").toUpperCase(Locale.ROOT));
        return new Viewer.Member(new UserId(row.uuid("user_id")), role, session);
    }
}
