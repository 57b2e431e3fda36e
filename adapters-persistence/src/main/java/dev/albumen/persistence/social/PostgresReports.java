package dev.albumen.persistence.social;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.social.Reports;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.social.CommentId;
import dev.albumen.domain.social.Report;
import dev.albumen.domain.social.ReportId;
import dev.albumen.persistence.shared.Order;
import dev.albumen.persistence.shared.Query;
import dev.albumen.persistence.shared.Row;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

@Singleton
final class PostgresReports implements Reports {

    private static final Order OLDEST = Order.byId("r.id", false);
    private static final String ADD = """
            INSERT INTO comment_reports (id, comment_id, reporter_id, reason, created_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (comment_id, reporter_id) DO NOTHING
            """;
    private static final String COMMENT = "SELECT comment_id FROM comment_reports WHERE id = ?";
    private static final String SETTLE = """
            UPDATE comment_reports SET outcome = ?, settled_at = ?, settled_by = ? WHERE comment_id = ? AND outcome IS NULL
            """;
    private static final String LIST = """
            SELECT r.id, r.comment_id, r.reporter_id, r.reason, r.created_at, r.outcome, r.settled_at, c.image_id, c.album_id, c.body,
                c.state, coalesce(a.display_name, c.guest_name) AS author_name, reporter.username AS reporter_name
            FROM comment_reports r
                JOIN comments c ON c.id = r.comment_id
                JOIN users reporter ON reporter.id = r.reporter_id
                LEFT JOIN users a ON a.id = c.author_id
            """;
    private static final String OPEN = "WHERE r.outcome IS NULL";
    private static final String SETTLED = "WHERE r.outcome IS NOT NULL";

    private final Sql sql;

    PostgresReports(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean add(Report report) {
        return sql.change(ADD, report.id().value(), report.comment().value(), report.reporter().value(), report.reason(),
                report.createdAt()) == 1;
    }

    @Override
    public Optional<CommentId> comment(ReportId id) {
        return sql.find(COMMENT, row -> new CommentId(row.uuid("comment_id")), id.value());
    }

    @Override
    public int settle(CommentId comment, Report.Outcome outcome, UserId by, Instant now) {
        return sql.change(SETTLE, CommentRow.name(outcome), now, by.value(), comment.value());
    }

    @Override
    public Page<Entry> list(Search search, PageRequest page) {
        return new Query().add(LIST).add(search.open() ? OPEN : SETTLED).page(sql, OLDEST, page, PostgresReports::entry);
    }

    private static Entry entry(Row row) throws SQLException {
        String outcome = row.textOrNull("outcome");
        Report report = new Report(new ReportId(row.uuid("id")), new CommentId(row.uuid("comment_id")),
                new UserId(row.uuid("reporter_id")), row.text("reason"), row.time("created_at"),
                outcome == null ? null
                        : new Report.Settlement(Report.Outcome.valueOf(outcome.toUpperCase(Locale.ROOT)), row.time("settled_at")));
        return new Entry(report, CommentRow.subject(row), row.text("body"), !row.text("state").equals("shown"),
                row.textOrNull("author_name"), row.text("reporter_name"));
    }
}
