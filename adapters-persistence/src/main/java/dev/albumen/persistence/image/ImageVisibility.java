package dev.albumen.persistence.image;

import dev.albumen.domain.image.ImageAccess;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.persistence.shared.Query;
import dev.albumen.persistence.shared.Seer;

/** The images' access policy as SQL. A test holds it against the policy itself. */
public final class ImageVisibility {

    private static final String OWN = "i.owner_id = ?";
    private static final String SHOWN = "i.status = 'ready' AND i.trashed_at IS NULL";
    /** Ends before what makes an album count. */
    private static final String IN_ALBUM = """
            EXISTS (SELECT 1 FROM album_images ai JOIN albums a ON a.id = ai.album_id
                WHERE ai.image_id = i.id AND (a.owner_id = ?
                    OR EXISTS (SELECT 1 FROM album_members m WHERE m.album_id = ANY (a.path) AND m.user_id = ?)
                    OR\s""";
    private static final String KNOWN = IN_ALBUM + "a.visibility <> 'private'))";
    private static final String CATALOGUED = IN_ALBUM + "a.visibility = 'public'))";
    static final String UNDER_REVIEW = "EXISTS (SELECT 1 FROM image_reviews r WHERE r.image_id = i.id AND r.cleared_at IS NULL)";
    private static final String ALBUM_SEEN = """
            AND EXISTS (SELECT 1 FROM albums a WHERE a.id = ? AND (a.owner_id = ? OR a.visibility <> 'private'
                OR EXISTS (SELECT 1 FROM album_members m WHERE m.album_id = ANY (a.path) AND m.user_id = ?)))
            """;

    private static final String DETAILED = "(" + OWN + " OR " + IN_ALBUM + "false)))";

    private ImageVisibility() {}

    /** Narrows to those of the seen ones of which the viewer also sees how they were made. */
    static void detailed(Query query, Seer seer) {
        if (!seer.all()) {
            query.add("AND " + DETAILED, seer.id(), seer.id(), seer.id());
        }
    }

    /** Narrows to those of the seen ones of which the viewer also sees where they were made. */
    static void placed(Query query, Seer seer) {
        if (!seer.all()) {
            query.add("AND " + OWN, seer.id());
        }
    }

    /** Narrows to what the viewer may see by its id. */
    public static void seen(Query query, Seer seer) {
        if (!seer.all()) {
            query.add("AND (" + OWN + " OR (" + SHOWN + " AND " + KNOWN + "))", seer.id(), seer.id(), seer.id());
        }
    }

    /** {@link #seen}, and to moderators what is under review besides: one image that is asked for, and never a list. */
    static void opened(Query query, Viewer viewer) {
        Seer seer = Seer.of(viewer);
        if (ImageAccess.reviews(viewer)) {
            query.add("AND (" + OWN + " OR (" + SHOWN + " AND (" + KNOWN + " OR " + UNDER_REVIEW + ")))", seer.id(), seer.id(), seer.id());
        } else {
            seen(query, seer);
        }
    }

    /** Narrows to what the viewer may come across among another's images: what only an unlisted album shows is left out. */
    static void found(Query query, Seer seer) {
        if (!seer.all()) {
            query.add("AND " + SHOWN + " AND " + CATALOGUED, seer.id(), seer.id());
        }
    }

    /** {@link #found} among everybody's images, the viewer's own included. */
    public static void ownOrFound(Query query, Seer seer) {
        if (!seer.all()) {
            query.add("AND (" + OWN + " OR (" + SHOWN + " AND " + CATALOGUED + "))", seer.id(), seer.id(), seer.id());
        }
    }

    /** Narrows to what the viewer sees in an album, which is nothing where they may not see the album. */
    static void inAlbum(Query query, Seer seer, Object album) {
        if (!seer.all()) {
            query.add(ALBUM_SEEN, album, seer.id(), seer.id());
            query.add("AND (" + OWN + " OR i.status = 'ready')", seer.id());
        }
    }
}
