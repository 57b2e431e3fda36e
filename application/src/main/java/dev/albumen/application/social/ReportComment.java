package dev.albumen.application.social;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Ids;
import dev.albumen.application.shared.Throttle;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.social.CommentAction;
import dev.albumen.domain.social.CommentId;
import dev.albumen.domain.social.Report;
import dev.albumen.domain.social.ReportId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Tells the moderators of a comment. */
public final class ReportComment {

    /** What one account may report. */
    static final Throttle.Limit BY_REPORTER = new Throttle.Limit("reports-by-reporter", 30, Duration.ofMinutes(10));

    private final Transactions transactions;
    private final Conversations conversations;
    private final Reports reports;
    private final Throttle throttle;
    private final AuditTrail audit;
    private final Ids ids;
    private final InstantSource clock;

    public ReportComment(
            Transactions transactions, Conversations conversations, Reports reports, Throttle throttle, AuditTrail audit, Ids ids,
            InstantSource clock) {
        this.transactions = transactions;
        this.conversations = conversations;
        this.reports = reports;
        this.throttle = throttle;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param reason in the reporter's words; {@code null} for none */
    public record Command(CommentId comment, @Nullable String reason) {}

    /** One that the viewer has reported already stays as it was reported. */
    public void handle(Viewer viewer, Command command) {
        Viewer.Member reporter = viewer.member();
        throttle.admit(BY_REPORTER, reporter.userId().toString());
        transactions.writing(() -> {
            conversations.require(viewer, command.comment(), CommentAction.REPORT);
            Instant now = clock.instant();
            Report report = Report.made(new ReportId(ids.next()), command.comment(), reporter.userId(), command.reason(), now);
            if (reports.add(report)) {
                audit.append(AuditEntry.by(viewer, "comment.report", command.comment(), now));
            }
        });
    }
}
