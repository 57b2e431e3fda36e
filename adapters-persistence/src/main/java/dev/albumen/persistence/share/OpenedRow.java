package dev.albumen.persistence.share;

import dev.albumen.application.share.ShareKey;
import dev.albumen.application.share.ShareViews.Opened;
import dev.albumen.domain.album.AlbumSort;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.share.Recipient;
import dev.albumen.domain.share.ShareAccess;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.share.Slug;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.persistence.shared.KeptFinds;
import dev.albumen.persistence.shared.Row;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a link is read together with what its policy looks at. */
final class OpenedRow {

    static final String FACTS = ShareRow.COLUMNS + ShareRow.COUNTS + ", " + RecipientRow.COLUMNS + """
            , NOT u.disabled AND u.deletion_due_at IS NULL AS owner_active
            , s.album_id IS NOT NULL OR (shown.status = 'ready' AND shown.trashed_at IS NULL) AS resource_shown
            """;
    /** For the hashes of addresses' ends, in hexadecimal digits, each with the slug that it could be. */
    static final String FROM = """
            FROM unnest(?, ?) AS asked (token, slug)
                CROSS JOIN LATERAL (
                    SELECT t.id, CAST(NULL AS uuid) AS recipient_id FROM shares t WHERE t.token_hash = decode(asked.token, 'hex')
                    UNION ALL SELECT t.id, NULL FROM shares t WHERE t.slug = asked.slug
                    UNION ALL SELECT p.share_id, p.id FROM share_recipients p WHERE p.token_hash = decode(asked.token, 'hex')
                    LIMIT 1) AS meant
                JOIN shares s ON s.id = meant.id
                JOIN share_counts c ON c.share_id = s.id
                JOIN users u ON u.id = s.owner_id
                LEFT JOIN share_recipients r ON r.id = meant.recipient_id
                LEFT JOIN albums a ON a.id = s.album_id
                LEFT JOIN images shown ON shown.id = s.image_id
            """;
    static final String OPEN = "SELECT asked.token, asked.slug AS asked_slug, " + FACTS + """
            , coalesce(a.title, shown.title) AS title, coalesce(a.description, shown.description) AS description
            , coalesce(a.ready_count, CASE WHEN shown.status = 'ready' AND shown.trashed_at IS NULL THEN 1 ELSE 0 END) AS image_count
            , coalesce(a.sort, 'manual') AS sort, a.cover_image_id
            , EXISTS (SELECT 1 FROM selection_configs said WHERE said.share_id = s.id AND said.enabled) AS takes_selections
            """ + KeptFinds.STATE + FROM;

    private OpenedRow() {}

    /** The key that the row was asked for by. */
    static ShareKey key(Row row) throws SQLException {
        String slug = row.textOrNull("asked_slug");
        return new ShareKey(new Sha256(row.text("token")), slug == null ? null : new Slug(slug));
    }

    /** Some keys as {@link #FROM} takes them: their hashes, and their slugs. */
    static String[] hashes(Stream<ShareKey> keys) {
        return keys.map(key -> key.tokenHash().hex()).toArray(String[]::new);
    }

    static @Nullable String[] slugs(Stream<ShareKey> keys) {
        return keys.map(key -> key.slug() == null ? null : key.slug().value()).toArray(String[]::new);
    }

    static ShareAccess.Facts facts(Row row) throws SQLException {
        ShareLink link = ShareRow.read(row);
        Recipient recipient = RecipientRow.readOrNull(row);
        return new ShareAccess.Facts(recipient == null ? link : link.heldBy(recipient), row.flag("resource_shown"),
                row.flag("owner_active"), ShareRow.used(row), RecipientRow.used(row));
    }

    static Opened read(Row row) throws SQLException {
        Optional<UUID> cover = Optional.ofNullable(row.uuidOrNull("cover_image_id"));
        ShareAccess.Facts facts = facts(row);
        return new Opened(facts, row.textOrNull("title"), row.text("description"), row.integer("image_count"),
                AlbumSort.of(row.text("sort")).orElseThrow(), cover.map(ImageId::new).orElse(null),
                facts.link().letsChoose() && row.flag("takes_selections"));
    }
}
