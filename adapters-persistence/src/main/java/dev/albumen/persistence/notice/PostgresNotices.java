package dev.albumen.persistence.notice;

import dev.albumen.application.notice.Notice;
import dev.albumen.application.notice.Notices;
import dev.albumen.domain.notice.NoticeKind;
import dev.albumen.domain.share.RecipientId;
import dev.albumen.persistence.share.RecipientRow;
import dev.albumen.persistence.shared.Row;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Triggers make the notices to owners. Whoever takes one moves its next try ahead, so that nobody else takes it meanwhile. */
@Singleton
final class PostgresNotices implements Notices {

    private static final String INVITED = "invited";
    private static final String INVITE = """
            INSERT INTO notices (share_id, recipient_id, kind, who, made_at, due_at, forget_at)
            SELECT r.share_id, r.id, 'invited', r.name, ?, ?, ? FROM share_recipients r WHERE r.id = ?
            """;
    private static final String ADD_EXPIRING = """
            WITH told AS (
                INSERT INTO told_ends AS t (share_id, expires_at)
                SELECT s.id, s.expires_at FROM shares s WHERE s.active AND s.expires_at > ? AND s.expires_at <= ?
                ON CONFLICT (share_id) DO UPDATE SET expires_at = excluded.expires_at WHERE t.expires_at <> excluded.expires_at
                RETURNING share_id)
            INSERT INTO notices (share_id, kind, made_at, due_at, forget_at) SELECT share_id, 'expiring', ?, ?, ? FROM told
            ON CONFLICT (share_id, kind) WHERE kind IN ('contributed', 'expiring') AND tries = 0 DO NOTHING
            """;
    private static final String TAKE = """
            WITH taken AS (
                UPDATE notices SET tries = tries + 1, due_at = CAST(? AS timestamptz) + make_interval(secs => ? * power(4, tries))
                WHERE id = (SELECT id FROM notices WHERE due_at <= ? ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING id, share_id, recipient_id, kind, who, number, made_at, tries)
            SELECT n.id AS notice_id, n.kind, n.who, n.number, n.made_at, n.tries, u.display_name,
                coalesce(s.label, a.title, i.title) AS things,
                CASE WHEN n.kind = 'invited' THEN coalesce(r.email, '') ELSE u.email END AS told,
                CASE WHEN n.kind = 'invited' THEN least(s.expires_at, r.expires_at) ELSE s.expires_at END AS ends_at,
                NOT u.disabled AND u.deletion_due_at IS NULL AND CASE WHEN n.kind = 'invited'
                    THEN s.active AND r.active AND r.email IS NOT NULL
                    ELSE NOT n.kind = ANY (coalesce(own.quiet, '{}')) END AS wanted,
            """ + RecipientRow.COLUMNS + """
            FROM taken n JOIN shares s ON s.id = n.share_id JOIN users u ON u.id = s.owner_id
                LEFT JOIN user_settings own ON own.user_id = u.id
                LEFT JOIN albums a ON a.id = s.album_id
                LEFT JOIN images i ON i.id = s.image_id
                LEFT JOIN share_recipients r ON r.id = n.recipient_id
            """;
    private static final String DONE = "DELETE FROM notices WHERE id = ?";
    /** One that counts as never tried would stand in the way of what is to be told together now. */
    private static final String LAY_ASIDE = "UPDATE notices SET tries = greatest(tries, 1), due_at = 'infinity', forget_at = ? WHERE id = ?";
    private static final String RESUME = "UPDATE notices SET tries = 1, due_at = ?, forget_at = ? WHERE id = ? AND due_at = 'infinity'";
    private static final String FORGET = "DELETE FROM notices WHERE forget_at <= ?";

    private final Sql sql;

    PostgresNotices(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void invite(RecipientId recipient, Instant now) {
        sql.requireTransaction();
        sql.change(INVITE, now, now, now.plus(KEPT), recipient.value());
    }

    @Override
    public int addExpiring(Instant now, Instant before) {
        sql.requireTransaction();
        return sql.change(ADD_EXPIRING, now, before, now, now, now.plus(KEPT));
    }

    @Override
    public Optional<Notice> take(Instant now) {
        sql.requireTransaction();
        return sql.find(TAKE, PostgresNotices::read, now, (double) FIRST_PAUSE.toSeconds(), now);
    }

    @Override
    public void done(UUID id) {
        sql.change(DONE, id);
    }

    @Override
    public void layAside(UUID id, Instant now) {
        sql.change(LAY_ASIDE, now.plus(KEPT_ASIDE), id);
    }

    @Override
    public void resume(UUID id, Instant now) {
        sql.change(RESUME, now, now.plus(KEPT), id);
    }

    @Override
    public int forget(Instant now) {
        return sql.change(FORGET, now);
    }

    private static Notice read(Row row) throws SQLException {
        return new Notice(row.uuid("notice_id"), kind(row.text("kind")), row.text("told"), row.text("display_name"), row.flag("wanted"),
                row.textOrNull("things"), RecipientRow.readOrNull(row), row.textOrNull("who"), row.integer("number"),
                row.timeOrNull("ends_at"), row.time("made_at"), row.integer("tries"));
    }

    private static @Nullable NoticeKind kind(String name) {
        return name.equals(INVITED) ? null : NoticeKind.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
