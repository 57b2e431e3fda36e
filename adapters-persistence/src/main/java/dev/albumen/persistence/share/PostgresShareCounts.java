package dev.albumen.persistence.share;

import dev.albumen.application.share.ShareCounts;
import dev.albumen.domain.share.ShareUsage;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;

/** A row for each link. Whoever counts waits for the others there, and finds what they have left. */
@Singleton
final class PostgresShareCounts implements ShareCounts {

    private static final String OF = "SELECT views AS share_views, downloads AS share_downloads FROM share_counts WHERE share_id = ?";
    private static final String COUNT_VIEW = """
            UPDATE share_counts c SET views = c.views + 1 FROM shares s
            WHERE c.share_id = ? AND s.id = c.share_id AND (s.max_views IS NULL OR c.views < s.max_views)
            """;
    // Whoever downloads the same at the same time waits here, and then finds it counted.
    private static final String LOCK = "SELECT share_id FROM share_counts WHERE share_id = ? FOR NO KEY UPDATE";
    private static final String REMEMBER = """
            INSERT INTO share_downloads AS known (share_id, visitor, thing, counted_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (share_id, visitor, thing) DO UPDATE SET counted_at = excluded.counted_at WHERE known.counted_at <= ?
            """;
    private static final String COUNT_DOWNLOAD = """
            UPDATE share_counts c SET downloads = c.downloads + 1 FROM shares s
            WHERE c.share_id = ? AND s.id = c.share_id AND (s.max_downloads IS NULL OR c.downloads < s.max_downloads)
            """;
    private static final String KNOWN = """
            SELECT thing FROM share_downloads WHERE share_id = ? AND visitor = ? AND thing = ? AND counted_at > ?
            """;
    private static final String FORGET = "DELETE FROM share_downloads WHERE counted_at <= ?";

    private final Sql sql;

    PostgresShareCounts(Sql sql) {
        this.sql = sql;
    }

    @Override
    public ShareUsage of(ShareId id) {
        return sql.find(OF, ShareRow::used, id.value()).orElse(ShareUsage.NONE);
    }

    @Override
    public boolean countView(ShareId id) {
        return sql.change(COUNT_VIEW, id.value()) == 1;
    }

    @Override
    public Download countDownload(ShareId id, String visitor, String thing, Instant now, Instant since) {
        sql.requireTransaction();
        if (sql.find(LOCK, row -> row.uuid("share_id"), id.value()).isEmpty()) {
            return Download.USED_UP;
        }
        if (sql.change(REMEMBER, id.value(), visitor, thing, now, since) == 0) {
            return Download.KNOWN;
        }
        return sql.change(COUNT_DOWNLOAD, id.value()) == 1 ? Download.COUNTED : Download.USED_UP;
    }

    @Override
    public boolean hasDownloaded(ShareId id, String visitor, String thing, Instant since) {
        return sql.find(KNOWN, row -> row.text("thing"), id.value(), visitor, thing, since).isPresent();
    }

    @Override
    public int forgetDownloads(Instant before) {
        return sql.change(FORGET, before);
    }
}
