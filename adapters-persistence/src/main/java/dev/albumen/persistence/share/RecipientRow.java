package dev.albumen.persistence.share;

import dev.albumen.domain.share.Download;
import dev.albumen.domain.share.Recipient;
import dev.albumen.domain.share.RecipientId;
import dev.albumen.domain.share.RecipientTerms;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.share.ShareUsage;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.persistence.shared.Row;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How recipients are read, under the alias {@code r}, each column with a prefix of its own. */
public final class RecipientRow {

    public static final String COLUMNS = """
            r.id AS r_id, r.share_id AS r_share_id, r.token_hash AS r_token_hash, r.sealed_token AS r_sealed_token, r.name AS r_name,
            r.email AS r_email, r.expires_at AS r_expires_at, r.max_views AS r_max_views, r.max_downloads AS r_max_downloads,
            r.allow_download AS r_allow_download, r.allow_upload AS r_allow_upload, r.allow_comments AS r_allow_comments,
            r.allow_selection AS r_allow_selection, r.watermark AS r_watermark, r.active AS r_active,
            r.created_at AS r_created_at, r.updated_at AS r_updated_at, r.version AS r_version,
            r.views AS r_views, r.downloads AS r_downloads, r.seen_at AS r_seen_at
            """;

    private RecipientRow() {}

    static Recipient read(Row row) throws SQLException {
        return new Recipient(new RecipientId(row.uuid("r_id")), new ShareId(row.uuid("r_share_id")),
                new Sha256(HexFormat.of().formatHex(row.bytes("r_token_hash"))), new ShareLink.SealedToken(row.bytes("r_sealed_token")),
                terms(row), row.flag("r_active"), row.time("r_created_at"), row.time("r_updated_at"), row.number("r_version"));
    }

    /** {@code null} where the row is of the link itself. */
    public static @Nullable Recipient readOrNull(Row row) throws SQLException {
        return row.uuidOrNull("r_id") == null ? null : read(row);
    }

    static ShareUsage used(Row row) throws SQLException {
        return row.uuidOrNull("r_id") == null ? ShareUsage.NONE : new ShareUsage(row.number("r_views"), row.number("r_downloads"));
    }

    private static RecipientTerms terms(Row row) throws SQLException {
        return new RecipientTerms(row.text("r_name"), row.textOrNull("r_email"), row.timeOrNull("r_expires_at"),
                row.integerOrNull("r_max_views"), row.integerOrNull("r_max_downloads"), download(row.textOrNull("r_allow_download")),
                row.flagOrNull("r_allow_upload"), row.flagOrNull("r_allow_comments"), row.flagOrNull("r_allow_selection"),
                row.flagOrNull("r_watermark"));
    }

    private static @Nullable Download download(@Nullable String name) {
        return name == null ? null : Download.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
