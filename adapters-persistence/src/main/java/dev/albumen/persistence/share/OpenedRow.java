package dev.albumen.persistence.share;

import dev.albumen.application.share.ShareViews.Opened;
import dev.albumen.domain.album.AlbumSort;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.share.ShareAccess;
import dev.albumen.persistence.shared.KeptFinds;
import dev.albumen.persistence.shared.Row;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** How a link is read together with what its policy looks at. */
final class OpenedRow {

    static final String FACTS = ShareRow.COLUMNS + """
            , NOT u.disabled AND u.deletion_due_at IS NULL AS owner_active
            , s.album_id IS NOT NULL OR (shown.status = 'ready' AND shown.trashed_at IS NULL) AS resource_shown
            """;
    /** For tokens' hashes in hexadecimal digits. */
    static final String FROM = """
            FROM unnest(?) AS asked (token)
                JOIN shares s ON s.token_hash = decode(asked.token, 'hex')
                JOIN users u ON u.id = s.owner_id
                LEFT JOIN albums a ON a.id = s.album_id
                LEFT JOIN images shown ON shown.id = s.image_id
            """;
    static final String OPEN = "SELECT asked.token, " + FACTS + """
            , coalesce(a.title, shown.title) AS title, coalesce(a.description, shown.description) AS description
            , coalesce(a.ready_count, CASE WHEN shown.status = 'ready' AND shown.trashed_at IS NULL THEN 1 ELSE 0 END) AS image_count
            , coalesce(a.sort, 'manual') AS sort, a.cover_image_id
            """ + KeptFinds.STATE + FROM;

    private OpenedRow() {}

    static ShareAccess.Facts facts(Row row) throws SQLException {
        return new ShareAccess.Facts(ShareRow.read(row), row.flag("resource_shown"), row.flag("owner_active"));
    }

    static Opened read(Row row) throws SQLException {
        Optional<UUID> cover = Optional.ofNullable(row.uuidOrNull("cover_image_id"));
        return new Opened(facts(row), row.textOrNull("title"), row.text("description"), row.integer("image_count"),
                AlbumSort.of(row.text("sort")).orElseThrow(), cover.map(ImageId::new).orElse(null));
    }
}
