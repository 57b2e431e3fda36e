package dev.albumen.persistence.share;

import dev.albumen.application.share.Recipients;
import dev.albumen.application.shared.LostRaceException;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.share.Download;
import dev.albumen.domain.share.Recipient;
import dev.albumen.domain.share.RecipientId;
import dev.albumen.domain.share.RecipientTerms;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.persistence.shared.ConstraintException;
import dev.albumen.persistence.shared.Order;
import dev.albumen.persistence.shared.Query;
import dev.albumen.persistence.shared.Row;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Counts stand in the rows themselves, beside what their owner writes, which leaves them alone. */
@Singleton
final class PostgresRecipients implements Recipients {

    private static final Order OLDEST = Order.byId("r.id", false);
    private static final String SELECT = "SELECT " + RecipientRow.COLUMNS + " FROM share_recipients r";
    private static final String FIND = SELECT + " WHERE r.id = ?";
    private static final String LIST = "SELECT r.id, " + RecipientRow.COLUMNS + " FROM share_recipients r WHERE r.share_id = ?";
    private static final String NUMBERS =
            "SELECT share_id, count(*) AS recipients FROM share_recipients WHERE share_id = ANY (?) GROUP BY share_id";
    // Whoever adds to the same link waits here.
    private static final String LOCK_LINK = "SELECT share_id FROM share_counts WHERE share_id = ? FOR NO KEY UPDATE";
    private static final String NUMBER = "SELECT count(*) AS recipients FROM share_recipients WHERE share_id = ?";
    private static final String ADD = """
            INSERT INTO share_recipients (name, email, expires_at, max_views, max_downloads, allow_download, allow_upload,
                allow_comments, allow_selection, watermark, active, updated_at, version,
                id, share_id, token_hash, sealed_token, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String SAVE = """
            UPDATE share_recipients SET name = ?, email = ?, expires_at = ?, max_views = ?, max_downloads = ?, allow_download = ?,
                allow_upload = ?, allow_comments = ?, allow_selection = ?, watermark = ?, active = ?, updated_at = ?, version = ?
            WHERE id = ? AND version = ?
            """;
    private static final String DELETE = "DELETE FROM share_recipients WHERE id = ?";
    private static final String COUNT_VIEW = """
            UPDATE share_recipients SET views = views + 1, seen_at = ?
            WHERE id = ? AND active AND (max_views IS NULL OR views < max_views)
            """;
    private static final String COUNT_DOWNLOAD = """
            UPDATE share_recipients SET downloads = downloads + 1, seen_at = ?
            WHERE id = ? AND active AND (max_downloads IS NULL OR downloads < max_downloads)
            """;

    /** Kept by a trigger. */
    private static final String DAYS = """
            SELECT day, views, downloads FROM recipient_days
            WHERE recipient_id = ? AND day BETWEEN CAST(? AS date) AND CAST(? AS date) ORDER BY day
            """;

    private final Sql sql;

    PostgresRecipients(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(Recipient one) {
        sql.requireTransaction();
        UUID share = one.shareId().value();
        if (sql.find(LOCK_LINK, row -> row.uuid("share_id"), share).isEmpty()) {
            throw Refusal.notFound();
        }
        if (sql.one(NUMBER, row -> row.number("recipients"), share) >= Recipient.MOST) {
            throw Recipients.full();
        }
        RecipientTerms terms = one.terms();
        distinct(() -> sql.change(ADD, terms.name(), terms.email(), terms.expiresAt(), terms.maxViews(), terms.maxDownloads(),
                name(terms.allowDownload()), terms.allowUpload(), terms.allowComments(), terms.allowSelection(), terms.watermark(),
                one.active(), one.updatedAt(), one.version(), one.id().value(), share,
                HexFormat.of().parseHex(one.tokenHash().hex()), one.sealedToken().cipher(), one.createdAt()));
    }

    @Override
    public Optional<Counted> find(RecipientId id) {
        return sql.find(FIND, PostgresRecipients::read, id.value());
    }

    @Override
    public Page<Counted> list(ShareId share, PageRequest page) {
        return new Query().add(LIST, share.value()).page(sql, OLDEST, page, PostgresRecipients::read);
    }

    @Override
    public Map<ShareId, Integer> numbers(Set<ShareId> shares) {
        Map<ShareId, Integer> numbers = new HashMap<>();
        sql.list(NUMBERS, row -> numbers.put(new ShareId(row.uuid("share_id")), Math.toIntExact(row.number("recipients"))),
                (Object) shares.stream().map(ShareId::value).toArray(UUID[]::new));
        return numbers;
    }

    @Override
    public Recipient save(Recipient one) {
        Recipient next = new Recipient(one.id(), one.shareId(), one.tokenHash(), one.sealedToken(), one.terms(), one.active(),
                one.createdAt(), one.updatedAt(), one.version() + 1);
        RecipientTerms terms = next.terms();
        int changed = distinct(() -> sql.change(SAVE, terms.name(), terms.email(), terms.expiresAt(), terms.maxViews(),
                terms.maxDownloads(), name(terms.allowDownload()), terms.allowUpload(), terms.allowComments(), terms.allowSelection(),
                terms.watermark(), next.active(), next.updatedAt(), next.version(), next.id().value(), one.version()));
        if (changed == 0) {
            throw new LostRaceException();
        }
        return next;
    }

    @Override
    public void delete(RecipientId id) {
        sql.change(DELETE, id.value());
    }

    @Override
    public boolean countView(RecipientId id, Instant now) {
        return sql.change(COUNT_VIEW, now, id.value()) == 1;
    }

    @Override
    public boolean countDownload(RecipientId id, Instant now) {
        return sql.change(COUNT_DOWNLOAD, now, id.value()) == 1;
    }

    @Override
    public List<Day> days(RecipientId id, LocalDate first, LocalDate last) {
        return sql.list(DAYS, row -> new Day(LocalDate.parse(row.text("day")), row.number("views"), row.number("downloads")),
                id.value(), first.toString(), last.toString());
    }

    private static int distinct(IntSupplier statement) {
        try {
            return statement.getAsInt();
        } catch (ConstraintException e) {
            throw e.when("share_recipients_name", Recipients::nameTaken);
        }
    }

    private static @Nullable String name(@Nullable Download download) {
        return download == null ? null : download.name().toLowerCase(Locale.ROOT);
    }

    private static Counted read(Row row) throws SQLException {
        return new Counted(RecipientRow.read(row), RecipientRow.used(row), row.timeOrNull("r_seen_at"));
    }
}
